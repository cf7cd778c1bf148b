export { canonicalJson, freeze, freezeMany, frozenContent, thaw, type FrozenContent } from './frozen.ts'
export {
  linkInForce,
  linksOfDocument,
  linkUrl,
  makeLinkToken,
  noteLinkView,
  openLink,
  openLinks,
  readLinkToken,
  rotateLink,
  type LinkRow,
  type LinkTarget,
} from './links.ts'
export { takeNumber, type DocumentKind } from './numbers.ts'
export { documentPdf, previewPdf, readLogo, type DocumentFile } from './pdf.ts'
export { countryName, printedParties, type PartiesRow } from './printed-parties.ts'
