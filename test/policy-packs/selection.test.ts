import { rules } from "@ringfence/policies/rules";
import { servePack } from "./served-pack";

jest.setTimeout(300_000);

const themes = [
  "ai-safety",
  "cost",
  "data-residency",
  "identity",
  "network",
  "observability",
  "preview-isolation",
  "reliability",
  "secret-age",
  "tagging",
];

/** The rules of a pack, as its own process lists them, without the two that every pack brings along. */
async function selected(pack: string): Promise<string[]> {
  const served = await servePack(pack, "prod");
  try {
    const names = (await served.info()).getPoliciesList().map((policy) => policy.getName());
    return names.filter((name) => name !== "ringfence" && name !== "waivers-still-needed");
  } finally {
    await served.stop();
  }
}

test("`everything` has every rule, and every rule is in a pack with a theme but those that only make an inventory", async () => {
  const all = rules.map(({ id }) => id).sort();
  expect((await selected("everything")).sort()).toEqual(all);

  const themed = new Set<string>();
  for (const theme of themes) for (const rule of await selected(theme)) themed.add(rule);
  const inventories = new Set(rules.filter(({ inventory }) => inventory).map(({ id }) => id));
  expect(all.filter((id) => !themed.has(id) && !inventories.has(id))).toEqual([]);
});
