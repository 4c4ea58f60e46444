export { OPENSLO_VERSION, type OpenSloDocument, OpenSloKind, type PlacedDocument } from "./document";
export { fromOpenSlo, type ReadService } from "./objectives";
export { readOpenSlo } from "./read";
export { OpenSloRefused } from "./refused";
export { periodIn as openSloPeriod } from "./time-window";
export { toOpenSlo } from "./write";
