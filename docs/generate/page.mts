/** A generated page, or the generated part of a page that people write. */
export interface Page {
  /** The file, from the repository's root. */
  path: string;
  /** The text; where `region` is given, only what stands between that region's markers. */
  text: string;
  /** The name in `<!-- generated: NAME -->` and `<!-- /generated: NAME -->`. */
  region?: string;
}
