/** What a real browser says of a page, in one window size and one colour scheme. */
export interface PageFacts {
  width: number;
  scheme: "light" | "dark";
  /** Errors and warnings in the console, and uncaught exceptions. */
  complaints: string[];
  /** Everything that the page asked for besides itself. */
  requests: string[];
  headings: { level: number; text: string }[];
  landmarks: string[];
  scrollWidth: number;
  /** Visible texts whose contrast is below 4.5 to 1. */
  faint: { text: string; contrast: number; element: string }[];
  textsMeasured: number;
  /** What a planted script would have set. */
  planted: unknown;
}

/** What the filter leaves of the page. */
export interface FilterFacts {
  /** Whether the filter is there, with and without scripts. */
  shown: { withScripts: boolean; withoutScripts: boolean };
  /** Texts of the findings that stay, by what was asked for. */
  findings: { all: string[]; vault: string[]; prod: string[]; critical: string[]; nonsense: string[] };
  told: string;
  noMatches: number;
  /** Whether following a link to a closed resource opens it. */
  opensLinked: boolean;
  /** The elements that the first tabs reach. */
  tabbed: string[];
}

export interface BrowserReport {
  pages: PageFacts[];
  /** Absent where the page was only glanced at. */
  filter?: FilterFacts;
}
