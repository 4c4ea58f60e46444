import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beginReview } from "../../src/cli/reviews/begin";
import { runCheck } from "../../src/cli/reviews/check";

const incident = "5c1f0a7be2d94836-20261014T073000Z";
const flags = {
  title: "Callers: turned away",
  severity: "Sev1",
  resolved: "2026-10-14T08:20:00Z",
  owner: "ada",
} as const;

let folder: string;
let printed: string;
let exitCode: typeof process.exitCode;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reviews-"));
  printed = "";
  exitCode = process.exitCode;
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = exitCode;
  rmSync(folder, { recursive: true });
});

const check = (now: string, holiday: string[] = []) => {
  runCheck(folder, { timeZone: "Europe/Amsterdam", holiday }, new Date(now));
  return [process.exitCode, printed.replaceAll(folder, "reviews")];
};

test("a review that was begun is in order until its five working days are over, days off left out", () => {
  beginReview(incident, { ...flags, folder });
  expect(printed).toBe(`${join(folder, `${incident}.md`)}\n`);
  printed = "";
  expect(check("2026-10-21T21:59:59Z")).toEqual([0, "✓ reviews: 1 review, nothing is late\n"]);
  printed = "";
  expect(check("2026-10-21T22:00:00Z", ["2026-10-19"])).toEqual([0, "✓ reviews: 1 review, nothing is late\n"]);
  printed = "";
  expect(check("2026-10-21T22:00:00Z")).toEqual([
    1,
    `not-held: ${incident}: the Sev1 incident "Callers: turned away" was to be reviewed by 2026-10-21; ${incident}.md is a draft
✗ reviews: 1 review, 1 finding
`,
  ]);
});

test("says what is wrong with a file", () => {
  writeFileSync(join(folder, "r.md"), "# A review\n");
  expect(check("2026-10-21T22:00:00Z")).toEqual([
    1,
    "broken: r.md: front matter: missing; YAML between two lines of ---\n✗ reviews: 1 review, 1 finding\n",
  ]);
});

test("a review that is there already stays as it is", () => {
  beginReview(incident, { ...flags, folder });
  const [file = ""] = readdirSync(folder);
  writeFileSync(join(folder, file), "written");
  expect(() => beginReview(incident, { ...flags, folder })).toThrow("EEXIST");
  expect(readFileSync(join(folder, file), "utf8")).toBe("written");
});

test("what is typed wrong is refused before anything is written", () => {
  expect(() => beginReview("the-outage", { ...flags, folder })).toThrow('"the-outage" is not an incident\'s id');
  expect(() => beginReview(incident, { ...flags, resolved: "yesterday", folder })).toThrow(
    '--resolved: "yesterday" is not a time such as 2026-11-21T03:05:00Z',
  );
  expect(() => runCheck(folder, { timeZone: "Mars", holiday: ["soon"] })).toThrow(
    '--time-zone: "Mars" is not an IANA time zone such as Europe/Stockholm or UTC\n--holiday: "soon" is not a day such as 2026-12-24',
  );
  expect(readdirSync(folder)).toEqual([]);
});
