const pulumi = require("@pulumi/pulumi");
const { Thing, Group } = require("../echo");

const owner = new pulumi.Config().get("owner") ?? undefined;
const base = new Thing("base", { owner, size: 9, password: pulumi.secret("hunter2-judged") }, { protect: true });
const group = new Group("group", { owner });
new Thing(
  "child",
  { owner, size: 1, from: base.computed },
  { parent: group, customTimeouts: { create: "2m" }, ignoreChanges: ["size"] },
);
