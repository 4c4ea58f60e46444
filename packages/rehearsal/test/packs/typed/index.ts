import { PolicyPack, type ResourceValidationArgs } from "@pulumi/policy";

new PolicyPack("typed", {
  policies: [
    {
      name: "named",
      description: "Things have short names.",
      enforcementLevel: "mandatory",
      validateResource: (args: ResourceValidationArgs, report: (message: string) => void) => {
        if (args.name.length > 20) report(`${args.name} is long.`);
      },
    },
  ],
});
