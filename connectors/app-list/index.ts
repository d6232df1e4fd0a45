export { looksLikeAppList } from './headers.ts'
export { readAppList } from './read.ts'
export { appListReader } from './reader.ts'
export { sniffAppList } from './sniff.ts'
