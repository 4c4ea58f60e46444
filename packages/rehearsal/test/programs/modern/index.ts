import { readFile } from "node:fs/promises";
import * as resources from "@pulumi/azure-native/resources/index.js";
import * as pulumi from "@pulumi/pulumi";

const { name } = JSON.parse(await readFile(new URL("./package.json", import.meta.url), "utf8")) as { name: string };
const group = new resources.ResourceGroup(`${name}-group`, {
  location: "westeurope",
  tags: { stack: pulumi.getStack() },
});

export const groupName = group.name;
