import { objectOf, textOf } from "../values";
import { badRequest } from "./refusals";
import type { PutContext, TypeRow } from "./row";

/** Virtual machines, scale sets and disks. */
export const compute: readonly TypeRow[] = [
  {
    armType: "Microsoft.Compute/virtualMachines",
    immutable: [
      "osProfile.adminUsername",
      "osProfile.computerName",
      "storageProfile.imageReference",
      "zones",
      "availabilitySet",
    ],
    writeOnly: ["osProfile.adminPassword", "osProfile.customData"],
    refuses: passwordRefusal,
    adds: ({ name, inputs, uuid, world, id }) => {
      const osDisk = objectOf(objectOf(inputs.storageProfile).osDisk);
      const disk = textOf(osDisk.name) ?? `${name}_OsDisk_1_${uuid("disk").replaceAll("-", "")}`;
      const [group = ""] = id.split("/providers/");
      return {
        vmId: uuid("vm"),
        timeCreated: world.clock.iso(),
        resources: [],
        storageProfile: {
          osDisk: {
            name: disk,
            createOption: "FromImage",
            osType: objectOf(inputs.osProfile).windowsConfiguration === undefined ? "Linux" : "Windows",
            managedDisk: {
              id: `${group}/providers/Microsoft.Compute/disks/${disk}`,
              storageAccountType: "Premium_LRS",
            },
          },
          dataDisks: [],
        },
        osProfile: {
          computerName: name,
          allowExtensionOperations: true,
          requireGuestProvisionSignal: true,
          secrets: [],
        },
      };
    },
  },
  {
    armType: "Microsoft.Compute/virtualMachineScaleSets",
    immutable: ["virtualMachineProfile.osProfile.adminUsername", "zones"],
    writeOnly: ["virtualMachineProfile.osProfile.adminPassword", "virtualMachineProfile.osProfile.customData"],
    adds: ({ uuid, world }) => ({
      uniqueId: uuid("unique"),
      timeCreated: world.clock.iso(),
      overprovision: true,
      singlePlacementGroup: true,
    }),
  },
  { armType: "Microsoft.Compute/virtualMachines/extensions", writeOnly: ["protectedSettings"] },
  {
    armType: "Microsoft.Compute/disks",
    adds: ({ uuid, world, inputs }) => ({
      uniqueId: uuid("unique"),
      timeCreated: world.clock.iso(),
      diskState: "Unattached",
      diskSizeBytes: Number(inputs.diskSizeGB ?? 0) * 1024 ** 3,
      sku: { tier: textOf(objectOf(inputs.sku).name)?.startsWith("Standard") ? "Standard" : "Premium" },
    }),
  },
  { armType: "Microsoft.Compute/availabilitySets" },
  { armType: "Microsoft.Compute/sshPublicKeys" },
];

function passwordRefusal({ inputs }: PutContext) {
  const profile = objectOf(inputs.osProfile);
  const password = textOf(profile.adminPassword);
  if (password !== undefined && (password.length < 6 || password.length > 123 || kindsOf(password) < 3)) {
    return badRequest(
      "InvalidParameter",
      "The supplied password must be between 6-72 characters long and must satisfy at least 3 of password complexity requirements " +
        "from the following: 1) Contains an uppercase character 2) Contains a lowercase character 3) Contains a numeric digit " +
        "4) Contains a special character 5) Control characters are not allowed",
    );
  }
  return undefined;
}

/** How many of the four kinds of characters a password has: upper case, lower case, digits, others. */
export function kindsOf(password: string): number {
  return [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
}
