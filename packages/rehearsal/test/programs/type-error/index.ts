import * as pulumi from "@pulumi/pulumi";

const labels: Record<string, string> = { stack: pulumi.getStack() };

export const label = labels.stack;
