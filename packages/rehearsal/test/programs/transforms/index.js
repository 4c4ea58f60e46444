const pulumi = require("@pulumi/pulumi");
const { Thing, Group, lookup } = require("../echo");

pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
  type === "echo:index:Thing"
    ? { props: { ...props, owner: "platform" }, opts: { ...opts, protect: true } }
    : undefined,
);
pulumi.runtime.registerInvokeTransform(({ args }) => ({ args: { ...args, key: "changed" }, opts: {} }));

const base = new Thing("base", { size: 1 });
const group = new Group(
  "group",
  {},
  {
    transforms: [({ name, props, opts }) => (name === "child" ? { props: { ...props, size: 7 }, opts } : undefined)],
  },
);
new Thing("child", { size: 1, from: base.computed }, { parent: group });
new Thing(
  "own",
  { size: 1 },
  {
    transforms: [
      ({ props, opts }) => ({
        props: { ...props, link: base.computed },
        opts: pulumi.mergeOptions(opts, { dependsOn: [base] }),
      }),
    ],
  },
);
exports.found = lookup({ key: "asked" }).found;
