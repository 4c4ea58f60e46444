import { pullRequestComment } from "../../../src/report/markdown";
import { code, inline } from "../../../src/report/markdown/escape";
import { viewOf } from "../../../src/report/view";
import { estate } from "../fixture/estate";
import { hostileEstate } from "../fixture/hostile-estate";
import { largeEstate } from "../fixture/large-estate";

test("says the answer, the numbers and what stops it in the open, and folds the rest away", () => {
  const comment = pullRequestComment(viewOf(estate({ bad: true })));
  const [open = ""] = comment.split("<details>");
  expect(open).toContain("### ❌ prod cannot be deployed; sandbox, dev and test can\n");
  expect(open).toContain("| Mandatory violations | 0 | 0 | 0 | **4** |\n");
  expect(open).toContain(
    [
      "- **critical: Deleted vaults cannot be purged** `vault-purge-protection`",
      "  - `claims-vault` keyvault:Vault (`prod`): properties.enablePurgeProtection is false.",
      "  - **Fix:** Set properties.enablePurgeProtection to true.",
    ].join("\n"),
  );
  expect(open).toContain("#### Refused by Azure\n\n- `InsufficientQuota` `assistant-embed`");
  expect([...comment.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => title)).toEqual([
    "1 rule violated, advisory",
    "4 resources only in some stacks",
    "12 properties with other values",
    "What decides the cost",
    "Waivers (1)",
    "Undetermined until deployment (1)",
    "2 notes",
  ]);
  expect(comment.match(/<details>/g)).toHaveLength(comment.match(/<\/details>/g)?.length ?? -1);
});

test.each([2_000, 10_000, 65_536])("never exceeds %i characters and says what was left out", (longest) => {
  for (const document of [largeEstate(3000), hostileEstate()]) {
    const view = viewOf(document);
    const comment = pullRequestComment(view, longest);
    expect(comment.length).toBeLessThanOrEqual(longest);
    expect(comment.includes("**Left out, because a comment may not be longer:**")).toBe(
      pullRequestComment(view, Number.POSITIVE_INFINITY).length > longest,
    );
    expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
  }
});

test("an ordinary estate fits whole", () => {
  expect(pullRequestComment(viewOf(estate({ bad: true })))).not.toContain("Left out");
});

test("text is no markup, mentions nobody and refers to no issue", () => {
  expect(inline("<b>*x*</b> _y_ [z](u) `c` | @team #12 me@example.com")).toBe(
    "&lt;b&gt;\\*x\\*&lt;/b&gt; \\_y\\_ \\[z\\](u) \\`c\\` \\| @&#8203;team #&#8203;12 me@example.com",
  );
  expect(code("a`b``c")).toBe("``` a`b``c ```");
  const comment = pullRequestComment(viewOf(hostileEstate()), 1_000_000);
  const outsideCode = comment.replace(/^```text[\s\S]*?^```$/gm, "").replace(/(`+).*?\1/g, "");
  expect(outsideCode).toContain("&lt;script&gt;window.planted = 1&lt;/script&gt;");
  expect(outsideCode).not.toMatch(/<(script|img|svg)/);
});
