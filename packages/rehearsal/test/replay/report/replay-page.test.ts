import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replayPage } from "../../../src/replay/report/html";
import { replaySummary } from "../../../src/replay/report/terminal";
import type { PageFacts } from "../../report/html/page-facts";
import { replayed } from "./replay-fixture";

const good = replayed();
const bad = replayed({ "model-callers-turned-away": 100_000, "model-unavailable": 99.99 });

/** Opens a page in the headless Chromium that came with `npm ci`, in a process of its own. */
function open(page: string): PageFacts[] {
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  try {
    const file = join(folder, "index.html");
    writeFileSync(file, page);
    const script = join(__dirname, "../../report/html/open-in-browser.mts");
    const printed = execFileSync(process.execPath, [script, file, "contrast"], { encoding: "utf8" });
    return (JSON.parse(printed) as { pages: PageFacts[] }).pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("in a browser the page asks for nothing, fits a desk and a phone, and can be read light and dark", () => {
  const pages = open(replayPage(bad));
  expect(pages.map(({ width, scheme }) => [width, scheme])).toEqual([
    [1280, "light"],
    [1280, "dark"],
    [390, "light"],
    [390, "dark"],
  ]);
  for (const { width, scrollWidth, complaints, requests, faint, textsMeasured, landmarks, headings } of pages) {
    expect({ scrollWidth, complaints, requests, faint }).toEqual({
      scrollWidth: width,
      complaints: [],
      requests: [],
      faint: [],
    });
    expect(textsMeasured).toBeGreaterThan(60);
    expect(landmarks).toEqual(["header", "nav", "main", "footer"]);
    expect(headings.filter(({ level }) => level === 1).map(({ text }) => text)).toEqual([
      "✕ The alerts are not good enough",
    ]);
  }
}, 120_000);

test("each incident has a chart of what the alert measured, with its threshold, the incident and the firings", () => {
  const page = replayPage(good);
  expect(page.match(/<svg class="chart"/g)).toHaveLength(3);
  for (const mark of ["during", "threshold", "value", "fired"]) expect(page).toContain(`class="${mark}"`);
  expect(page).not.toContain("claims <assistant>");
  expect(page).toContain("claims &lt;assistant&gt;");
  expect(page).not.toContain("<script");
});

test("the terminal says of good thresholds what saw what, and how fast", () => {
  const text = replaySummary(good, { colours: false, columns: 160 });
  expect(text).toMatch(
    /✓ {2}quota-exhaustion +Sev1 +15 min +\d+ min +model-callers-turned-away \(Sev1, wakes somebody\)\n/,
  );
  expect(text).toMatch(/✓ {2}regional-outage +Sev0 +5 min +\d min +model-down \(Sev0, wakes somebody\)\n/);
  expect(text).toContain("own-rule  its query is its own, and KQL cannot run here");
  expect(text).toMatch(
    /✓ {2}Every incident .*: all 3 of 3\n ✓ {2}At most 1 false page in a quiet month: 0\.0 a month\n$/,
  );
});

test("deliberately bad thresholds are shown as such: an incident that is missed, a rule that never fires, false pages", () => {
  const text = replaySummary(bad, { colours: false, columns: 200 });
  expect(text).toMatch(
    /✗ {2}quota-exhaustion +Sev1 +15 min +\d+ min +model-unavailable \(Sev1, wakes somebody, fires as often by itself\): missed; not model-callers-turned-away\n/,
  );
  expect(text).toMatch(/model-callers-turned-away +Sev1 page +0 +0 +never fired\n/);
  expect(text).toMatch(/✗ {2}At most 1 false page in a quiet month: \d+\.\d a month\n$/);
  const loud = bad.rules.find(({ alert }) => alert === "model-unavailable");
  expect(loud?.falseAlarmsPerMonth).toBeGreaterThan(10);
});

test("who cries wolf has not seen the wolf: a rule that fires by itself all the time detects nothing", () => {
  const outage = bad.incidents.find(({ id }) => id === "quota-exhaustion");
  expect(outage?.state).toBe("missed");
  for (const one of outage?.detectedBy ?? []) expect(one.byChance).toBe(true);
});
