import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readReview, reviewTemplate } from "@ringfence/core/incident-reviews";
import type { Severity } from "@ringfence/core/severities";
import { UsageError } from "../../engine/usage-error";

/** The options of `reviews new`. */
export interface NewReviewFlags {
  title: string;
  severity: Severity;
  resolved: string;
  owner: string;
  acknowledged?: string;
  mitigated?: string;
  folder: string;
}

const ID = /^[0-9a-f]{16}-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Writes a review to be filled in. When the incident began is in its id. A review that is there already stays. */
export function beginReview(incident: string, { folder, ...facts }: NewReviewFlags): void {
  const [matched, year, month, day, hour, minute, second] = ID.exec(incident) ?? [];
  if (matched === undefined)
    throw new UsageError(`${JSON.stringify(incident)} is not an incident's id, 16 hexadecimal digits and a time`);
  const opened = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const text = reviewTemplate({ incident, opened, ...facts });
  const { problems } = readReview("", text);
  if (problems.length > 0)
    throw new UsageError(problems.map(({ path, problem }) => `--${path}: ${problem}`).join("\n"));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${incident}.md`);
  writeFileSync(file, text, { flag: "wx" });
  process.stdout.write(`${file}\n`);
}
