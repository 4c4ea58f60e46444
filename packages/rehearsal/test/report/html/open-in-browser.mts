/**
 * Opens a page in a real browser and prints what it is like there: `node open-in-browser.mts FILE glance|contrast|full`,
 * and with a third argument puts screenshots into that folder. A glance neither measures contrasts nor tries the filter;
 * for a page without a filter there is `contrast`.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { startBrowser } from "./browser.mts";
import { contrasts } from "./contrast.mts";
import type { BrowserReport, FilterFacts, PageFacts } from "./page-facts.ts";

const [file = "", depth = "full", screenshots] = process.argv.slice(2);
const url = pathToFileURL(file).href;
const browser = await startBrowser();
try {
  const pages: PageFacts[] = [];
  for (const width of [1280, 390])
    for (const scheme of ["light", "dark"] as const) pages.push(await look(browser, width, scheme));
  const report: BrowserReport = { pages, ...(depth === "full" && { filter: await tryFilter(browser) }) };
  process.stdout.write(JSON.stringify(report));
} finally {
  await browser.close();
}

async function look(browser: Browser, width: number, scheme: "light" | "dark"): Promise<PageFacts> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (request.url() !== url) requests.push(request.url());
  });
  await page.setViewport({ width, height: 900, isMobile: width < 600 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url, { waitUntil: "load" });
  if (screenshots) await page.screenshot({ path: join(screenshots, `${width}-${scheme}.png`), fullPage: true });
  const seen = await page.evaluate(() => ({
    headings: [...document.querySelectorAll("h1, h2, h3, h4")].map((heading) => ({
      level: Number(heading.tagName.slice(1)),
      text: heading.textContent?.trim() ?? "",
    })),
    landmarks: ["header", "nav", "search", "main", "footer"].filter((name) => document.querySelector(`body > ${name}`)),
    scrollWidth: document.documentElement.scrollWidth,
    planted: (window as unknown as { planted?: unknown }).planted ?? null,
  }));
  const texts = depth !== "glance" ? await page.evaluate(contrasts) : [];
  await page.close();
  return {
    ...{ width, scheme, complaints, requests },
    ...seen,
    textsMeasured: texts.length,
    faint: texts.filter(({ contrast }) => contrast < 4.5),
  };
}

async function tryFilter(browser: Browser): Promise<FilterFacts> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url);
  const findings = () =>
    page.$$eval("#violations [data-item]", (items) =>
      items.filter((item) => item.checkVisibility()).map((item) => item.querySelector("a, b")?.textContent ?? ""),
    );
  const set = async (id: string, value: string) => {
    await page.$eval(
      `#${id}`,
      (control, to) => {
        (control as HTMLInputElement).value = to;
        control.dispatchEvent(new Event("input", { bubbles: true }));
      },
      value,
    );
    const found = await findings();
    return found;
  };
  const all = await findings();
  await page.focus("#filter-text");
  await page.keyboard.type("claims-vault");
  const vault = await findings();
  const told = await page.$eval("#filter-result", (output) => output.textContent ?? "");
  const nonsense = await set("filter-text", "no such thing anywhere");
  const noMatches = await page.$$eval(".no-match", (texts) => texts.filter((text) => text.checkVisibility()).length);
  await set("filter-text", "");
  const prod = await set("filter-stack", "prod");
  await set("filter-stack", "");
  const critical = await set("filter-severity", "critical");
  await set("filter-severity", "");

  await page.$$eval("details", (all) => {
    for (const one of all) one.open = false;
  });
  const linked = await page.$eval("#violations .places a", (link) => {
    (link as HTMLAnchorElement).click();
    return (link as HTMLAnchorElement).hash.slice(1);
  });
  await page.waitForFunction((id) => document.getElementById(id)?.hasAttribute("open"), { timeout: 2000 }, linked);
  const opensLinked = await page.$eval(`[id="${linked}"]`, (target) => target.checkVisibility());

  await page.goto(url);
  const tabbed: string[] = [];
  for (let count = 0; count < 3; count++) {
    await page.keyboard.press("Tab");
    tabbed.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
  }
  const withScripts = await page.$eval("#filter", (filter) => filter.checkVisibility());
  await page.setJavaScriptEnabled(false);
  await page.reload();
  const withoutScripts = await page.$eval("#filter", (filter) => filter.checkVisibility());
  await page.close();
  return {
    shown: { withScripts, withoutScripts },
    findings: { all, vault, prod, critical, nonsense },
    ...{ told, noMatches, opensLinked, tabbed },
  };
}
