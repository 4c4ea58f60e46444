const fs = require("node:fs");
const pulumi = require("@pulumi/pulumi");
const { Thing, Group } = require("../echo");

// Counts its own runs, so that a second pass finds a changed program.
const config = new pulumi.Config();
const counter = config.require("counter");
const run = Number(fs.existsSync(counter) ? fs.readFileSync(counter, "utf8") : "0") + 1;
fs.writeFileSync(counter, String(run));

new Thing("same", { size: 1 });
new Thing("updated", { size: run });
new Thing("replaced", { zone: `zone-${run}` });
new Thing("first-deleted", { zone: `zone-${run}` }, { deleteBeforeReplace: true });
new Thing("forced", { size: run }, { replaceOnChanges: ["size"] });
new Thing(
  "ignored",
  { size: run, tags: { run: String(run), kept: "yes" }, rules: [{ priority: run }] },
  { ignoreChanges: ["size", "tags.run", "rules[*].priority"] },
);
if (run === 1) new Thing("deleted", {});
if (run === 2) new Thing("created", {});
if (run === 2 && config.getBoolean("refused")) new Thing("later", { refuse: "no more of these" });
const group = run === 1 ? new Group("old-group", {}) : new Group("new-group", {}, { aliases: [{ name: "old-group" }] });
new Thing(run === 1 ? "old-group-child" : "new-group-child", {}, { parent: group });
new Thing(run === 1 ? "before" : "after", {}, run === 1 ? {} : { aliases: [{ name: "before" }] });
