/** The value of a hidden field of a form on a page; empty when the page has none of that name. */
export const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
