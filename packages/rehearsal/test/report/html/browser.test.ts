import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportPage } from "../../../src/report/html";
import { estate } from "../fixture/estate";
import { hostileEstate } from "../fixture/hostile-estate";
import { largeEstate } from "../fixture/large-estate";
import type { BrowserReport } from "./page-facts";

/** Opens a page in the headless Chromium that came with `npm ci`, in a process of its own: it is loaded as a module. */
function open(page: string, depth: "glance" | "full"): BrowserReport {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    const file = join(folder, "index.html");
    writeFileSync(file, page);
    const script = join(__dirname, "open-in-browser.mts");
    const printed = execFileSync(process.execPath, [script, file, depth], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(printed) as BrowserReport;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the page of a blocked estate, in a real browser", () => {
  let seen: BrowserReport;
  beforeAll(() => {
    seen = open(reportPage(estate({ bad: true })), "full");
  }, 120_000);

  test("asks for nothing and complains of nothing, on a desk and on a phone, light and dark", () => {
    expect(
      seen.pages.map(({ width, scheme, complaints, requests }) => ({ width, scheme, complaints, requests })),
    ).toEqual(
      [1280, 390].flatMap((width) =>
        ["light", "dark"].map((scheme) => ({ width, scheme, complaints: [], requests: [] })),
      ),
    );
  });

  test("says the answer first and has its landmarks and headings in order", () => {
    for (const { headings, landmarks } of seen.pages) {
      expect(landmarks).toEqual(["header", "nav", "search", "main", "footer"]);
      expect(headings[0]).toEqual({ level: 1, text: "✕ prod cannot be deployed; sandbox, dev and test can" });
      expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
      expect(headings.filter(({ level }) => level === 2).map(({ text }) => text)).toEqual([
        "prod 4 mandatory violations and 1 refusal by Azure",
        "Side by side",
        "Refused by Azure",
        "Violations",
        "What differs between the stacks",
        "What decides the cost",
        "What would be created",
        "Undetermined",
        "Waivers",
        "Notes",
      ]);
    }
  });

  test("never scrolls sideways", () => {
    for (const { width, scrollWidth } of seen.pages) expect(scrollWidth).toBe(width);
  });

  test("every text has a contrast of at least 4.5 to 1", () => {
    for (const { faint, textsMeasured } of seen.pages) {
      expect(textsMeasured).toBeGreaterThan(150);
      expect(faint).toEqual([]);
    }
  });

  test("the filter narrows the findings by text, stack and severity, and says so", () => {
    expect(seen.filter?.findings).toEqual({
      all: ["claims-vault", "assistant-account", "assistant-chat", "assistant-chat-ptu", "search"],
      vault: ["claims-vault"],
      prod: ["claims-vault", "assistant-account", "assistant-chat", "assistant-chat-ptu"],
      critical: ["claims-vault"],
      nonsense: [],
    });
    expect(seen.filter?.told).toMatch(/^\d+ of \d+ entries$/);
    expect(seen.filter?.noMatches).toBeGreaterThan(3);
  });

  test("without scripts there is no filter and everything is shown", () => {
    expect(seen.filter?.shown).toEqual({ withScripts: true, withoutScripts: false });
  });

  test("a link to a resource opens the components around it, and the keyboard reaches the content", () => {
    expect(seen.filter?.opensLinked).toBe(true);
    expect(seen.filter?.tabbed).toEqual(["Skip to the content", "assistant-embed", "claims-vault"]);
  });
});

test("text that looks like markup stays text: no planted script runs", () => {
  const page = reportPage(hostileEstate());
  expect(page).not.toContain("<script>window.planted");
  for (const { planted, complaints, requests, scrollWidth, width } of open(page, "glance").pages)
    expect({ planted, complaints, requests, scrollWidth }).toEqual({
      planted: null,
      complaints: [],
      requests: [],
      scrollWidth: width,
    });
}, 120_000);

test("three thousand resources in four stacks open and still fit a phone", () => {
  for (const { scrollWidth, width } of open(reportPage(largeEstate(3000)), "glance").pages)
    expect(scrollWidth).toBe(width);
}, 180_000);
