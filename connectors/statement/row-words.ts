import type { ChargeKind } from '#core/observation.ts'
import { fold } from './fold.ts'
import { remember } from './remember.ts'

const DECLINED =
  /\b(declined?|failed|failure|rejected|reverted|reversed|cancell?ed|voided?|void|expired|error|blocked|abgelehnt|storniert|fehlgeschlagen|widerrufen|refusee?|annulee?|echouee?|rechazad[oa]|cancelad[oa]|anulad[oa]|fallid[oa]|geweigerd|geannuleerd|mislukt|avvist|avvisad|nekad|afvist|annulleret|rifiutat[oa]|annullat[oa]|odrzucon\w*|anulowan\w*|zamitnut\w*|stornovan\w*|hylatty|elutasitva)\b/
const PENDING =
  /\b(pending(?! (approval|review|reimbursement|receipt))|processing|authori[sz]ed|authori[sz]ation|in progress|unposted|not posted|on hold|hold|vorgemerkt|vorgemerkte|ausstehend|reserviert|offen|en attente|en cours|a venir|pendiente|en proceso|in behandeling|gereserveerd|in sospeso|in attesa|non contabilizzat[oa]|reserverad|reservert|reserveret|kasittelyssa|katevaraus|oczekuj\w*|w toku|blokada|ceka|cekajici|rezervac\w*|pendente|fuggoben|venter|afventer)\b/
const REFUND =
  /\b(refund|refunds|refunded|return|returned|reversal|chargeback|dispute credit|merchant credit|credit voucher|purchase return|adjustment|erstattung|ruckerstattung|storno|rembourse\w*|avoir|devolucion|reembolso|rimborso|terugbetaling|retour|aterbetalning|refusjon|refundering|tilbagebetaling|hyvitys|zwrot|vratka|visszaterites)\b/
const FEE =
  /^(fee|fees|gebuhr|gebuhren|entgelt|frais|commission|comision|commissione|commissioni|avgift|gebyr|prowizja|poplatek|charges|interest|interest charge|finance charge|plan fee|card fee|bank fee|bank fees)$|\b(annual|membership|late|late payment|foreign transaction|foreign currency|international transaction|cash advance|overlimit|monthly|account|maintenance|atm|wire|non sterling transaction|currency conversion|exchange|plan|subscription plan|bank|card|statement) (fee|fees|charge)\b|\b(interest charge|interest charged|finance charge|kontofuhrung|kontofuhrungsgebuhr|sollzinsen|auslandseinsatz\w*|auslandsentgelt|fremdwahrungs\w*|frais de tenue|cotisation carte|frais bancaires|commissions? d intervention|comision mantenimiento|imposta di bollo|kosten rekening)\b/
const TRANSFER =
  /^(transfer|transfers|exchange|conversion|load|topup|top up|deposit from bank|overboeking|giroconto|traspaso|umbuchung|ubertrag|internal|pot transfer)$|\b(wallet load|wallet topup|card load|card reload|top ?up|topup|reload|internal transfer|own account|between accounts|between own accounts|account transfer|account funding|balance transfer|currency exchange|fx exchange|exchanged to|pot transfer|to savings|from savings|savings vault|to pocket|pocket transfer|umbuchung|ubertrag auf|virement interne|traspaso entre|eigen rekening|mellan egna konton|overforing mellom|przelew wlasny|przelew wewnetrzny|vlastni prevod)\b/
// In the text of a charge "top up" may be what a merchant sells; only plain words for one's own money count there.
const OWN_TRANSFER =
  /^(transfer|top ?up|wallet load|wallet top ?up|internal transfer|balance migration)$|\b(internal transfer|own account|between (own )?accounts|transfer (to|from) (savings|checking|pocket|own)|balance transfer|currency exchange|exchanged to|exchanged from|to pocket|umbuchung|ubertrag auf|virement interne|traspaso entre|eigen rekening|mellan egna konton|przelew wlasny|vlastni prevod)\b/
const INCOME =
  /\b(income|salary|salaries received|payroll deposit|direct deposit|direct dep|interest (earned|paid|received|payment)|credit interest|gross interest|dividend|cash ?back|rewards? credit|deposit|deposits|gehalt|lohn|habenzinsen|zinsgutschrift|salaire|nomina|intereses abonados|stipendio|interessi attivi|salaris|loneutbetalning|lonn|wynagrodzenie|mzda|incoming payment|payment from|money received|bank credit|einzahlung)\b/
const PURCHASE =
  /^(sale|purchase|debit|usage|expense|payment card|presentment|spend|pos|vis|deb|ddr|direct debit|dd|lastschrift|bill|outgoing)$|\b(purchase|card payment|card spend|card transaction|pos|point of sale|presentment|online payment|contactless|chip and pin|chip pin|e commerce|ecommerce|apple pay|google pay|debit card|checkcard|check card|recurring payment authorized|kartenzahlung|kartenverfugung|paiement carte|paiement par carte|carte x\d+|achat|compra|pago con tarjeta|acquisto|pagamento pos|betaalautomaat|betaalpas|kortkop|kortkjop|kortkob|dankort|varekjop|platba kartou|platnosc karta|zakup przy uzyciu karty|korttiosto|kartyas vasarlas)\b/
const CARD_PAYMENT =
  /\b(payment|pymt|pmt|paymt)\b.*\b(thank you|received|recd|merci|thanks)\b|\bthank you\b.*\bpayment\b|\bauto ?pay\b|\bautopay\b|\bpymt\b|\bcrcardpmt\b|\bcredit (card|crd) (payment|pmt|pymt|epay|autopay)\b|\b(epayment|e payment|mobile payment|internet payment|web payment|ach payment|electronic payment)\b|\b(payment|direct debit) (received|by direct debit|reversal)\b|\bdirect debit payment\b|\bpayment to (card|amex|visa|mastercard|chase)\b|\b(ihre zahlung|zahlung erhalten|zahlungseingang|ausgleich kreditkarte|kreditkartenabrechnung|lastschrifteinzug|paiement recu|votre paiement|prelevement automatique merci|pago recibido|su pago|pagamento recebido|pagamento de fatura|pagamento fatura|pago tarjeta|pagamento ricevuto|betaling ontvangen|uw betaling|betalning mottagen|inbetalning|innbetaling|indbetaling|splata karty|splata zadluzenia)\b/
const PLAIN_CARD_PAYMENT = /\b(credit (card|crd) (payment|pmt|pymt)|payment received|auto ?pay|thank you)\b/
const PAYMENT_TYPE =
  /^(payment|payments|pmt|pymt|payment credit|payments credits|payment received|autopay|auto payment|epayment|card payment received|statement payment|repayment|bill payment|zahlung|zahlungseingang|paiement|pago|pagamento|betaling|betalning|inbetalning|innbetaling|indbetaling|splata)$/

/** What a status says, when it says that the charge did not, or not yet, happen. */
export const kindOfStatus = remember((status): 'declined' | 'pending' | null => {
  if (status === '') return null
  const folded = fold(status)
  if (DECLINED.test(folded)) return 'declined'
  return PENDING.test(folded) ? 'pending' : null
})

/** What a type or category column says of a row; `payment` is a payment to the card. */
export const kindOfType = remember((type): ChargeKind | null => {
  if (type === '') return null
  const folded = fold(type)
  if (REFUND.test(folded)) return 'refund'
  if (PAYMENT_TYPE.test(folded) || PLAIN_CARD_PAYMENT.test(folded)) return 'payment'
  if (TRANSFER.test(folded)) return 'transfer'
  if (PURCHASE.test(folded)) return 'purchase'
  if (FEE.test(folded)) return 'fee'
  if (INCOME.test(folded)) return 'income'
  return kindOfStatus(type)
})

/** What the text of a charge says plainly enough to be believed. */
export const kindOfText = remember((text): ChargeKind | null => {
  const folded = fold(text)
  if (PURCHASE.test(folded)) return 'purchase'
  if (CARD_PAYMENT.test(folded)) return 'payment'
  if (FEE.test(folded)) return 'fee'
  if (REFUND.test(folded)) return 'refund'
  if (OWN_TRANSFER.test(folded)) return 'transfer'
  return INCOME.test(folded) ? 'income' : null
})
