const pulumi = require("@pulumi/pulumi");
const { PolicyPack } = require("@pulumi/policy");

const things = (check) => ({
  validateResource: (args, report) => {
    if (args.type !== "echo:index:Thing") args.notApplicable("only things");
    check(args, report);
  },
});

new PolicyPack("judge", {
  policies: [
    {
      name: "owner",
      displayName: "Things have an owner",
      description: "A thing names its owner.",
      enforcementLevel: "mandatory",
      severity: "high",
      remediationSteps: "Add owner.",
      url: "https://example.com/owner",
      ...things(({ props }, report) => {
        if (props.owner === undefined) report("It names none.");
      }),
    },
    {
      name: "size",
      description: "A thing is not too large.",
      enforcementLevel: "advisory",
      configSchema: {
        properties: {
          maximum: { type: "integer", minimum: 1, default: 5 },
          words: { type: "array", items: { type: "string" }, default: ["a"] },
        },
      },
      ...things(({ props, getConfig }, report) => {
        if (props.size > getConfig().maximum) report(`${props.size} is over ${getConfig().maximum}.`);
      }),
    },
    {
      name: "reads-computed",
      description: "Reads what a preview does not know.",
      enforcementLevel: "mandatory",
      ...things(({ props }) => void (props.from ?? "").length),
    },
    {
      name: "waived",
      description: "Waives.",
      enforcementLevel: "mandatory",
      ...things((_args, report) =>
        report({ message: "Waives.\nWaived: by ops until May", enforcementLevel: "advisory" }),
      ),
    },
    {
      name: "undetermined",
      description: "Cannot tell.",
      enforcementLevel: "mandatory",
      ...things((_args, report) =>
        report({ message: "Cannot tell.\nUndetermined: size is not known", enforcementLevel: "advisory" }),
      ),
    },
    {
      name: "off",
      description: "Never runs.",
      enforcementLevel: "disabled",
      ...things((_args, report) => report("It ran.")),
    },
    {
      name: "fill",
      description: "Fills in a label.",
      enforcementLevel: "disabled",
      remediateResource: ({ type, props }) => {
        if (type !== "echo:index:Thing" || props.label !== undefined) return undefined;
        props.label = "filled";
        return props;
      },
      ...things(({ props }, report) => {
        if (props.label === undefined) report("It has no label.");
      }),
    },
    {
      name: "seen",
      description: "Says what it sees.",
      enforcementLevel: "disabled",
      ...things(({ name, urn, opts, provider, props }, report) =>
        report(
          JSON.stringify({
            name,
            urn,
            opts,
            provider: provider && { type: provider.type, name: provider.name, urn: provider.urn },
            keys: Object.keys(props).sort(),
          }),
        ),
      ),
    },
    {
      name: "throws",
      description: "Has a mistake.",
      enforcementLevel: "disabled",
      ...things(({ props }) => props.missing.length),
    },
    {
      name: "stack-size",
      description: "A stack is small.",
      enforcementLevel: "mandatory",
      validateStack: ({ resources }, report) => {
        const child = resources.find(({ name }) => name === "child");
        const summary = {
          stack: pulumi.getStack(),
          project: pulumi.getProject(),
          dryRun: pulumi.runtime.isDryRun(),
          location: new pulumi.Config("echo").get("location"),
          resources: resources.map(({ name }) => name).sort(),
          parent: child?.parent?.name,
          dependencies: child?.dependencies.map(({ name }) => name),
          from: child?.propertyDependencies.from?.map(({ name }) => name),
        };
        report(JSON.stringify(summary), resources.find(({ name }) => name === "base")?.urn);
      },
    },
  ],
});
