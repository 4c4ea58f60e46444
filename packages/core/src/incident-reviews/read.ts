import { parseDocument } from "yaml";
import type { Problem } from "../problems";
import type { IncidentReview } from "./review";
import { bodyProblems, frontMatterProblems } from "./review-problems";

/** A review as it is read. */
export interface ReviewPage {
  /** The file's name, as it was given. */
  file: string;
  /** Absent where `problems` says what is wrong with it. */
  review?: IncidentReview;
  /** Everything wrong with this page alone. */
  problems: Problem[];
}

const PARTS = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** Reads one review. It never throws: what is wrong is in `problems`. */
export function readReview(file: string, text: string): ReviewPage {
  const [, above = "", body = ""] = PARTS.exec(text) ?? [];
  const document = parseDocument(above);
  const [broken] = document.errors;
  if (broken !== undefined) {
    const problem = `not YAML: ${broken.message.split("\n", 1)[0]}`;
    return { file, problems: [{ path: "front matter", problem }] };
  }
  const given: unknown = document.toJS();
  const problems = frontMatterProblems(given);
  if (problems.length > 0) return { file, problems };
  const review = given as IncidentReview;
  return { file, review, problems: bodyProblems(body, review.status) };
}
