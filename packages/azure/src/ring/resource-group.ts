import * as resources from "@pulumi/azure-native/resources";
import { type Ground, localName, part } from "./ground";

/** The resource group of the ring; everything of the ring is in it, so that its cost and its access have one place. */
export function resourceGroup(ground: Ground): resources.ResourceGroup {
  const { name, location, tags, parent } = ground;
  return part(
    ground,
    new resources.ResourceGroup(
      `${name}-group`,
      { resourceGroupName: localName("resourceGroup", ground), location, tags: { ...tags } },
      { parent },
    ),
  );
}
