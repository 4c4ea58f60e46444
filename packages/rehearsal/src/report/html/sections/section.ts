import { type Html, type HtmlValue, html } from "../escape";

/** A section of the page. */
export interface Section {
  id: string;
  title: string;
  /** The title in the table of contents, where it is shorter. */
  short?: string;
  /** How many things it holds, for the table of contents. */
  count?: number;
  /** Whether it holds what stops a deployment. */
  alarming?: boolean;
  body: HtmlValue;
}

/** A section as a landmark that its heading names. */
export function sectionMarkup({ id, title, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}
<p class="no-match" hidden>Nothing here matches the filter.</p></section>
`;
}
