import { resourceRule } from "../../rule";
import { managedKinds, whereKind } from "./compute-kind";

/** General-purpose, memory and compute series, `*` standing for the virtual processors: up to 16, no graphics cards. */
const series = ["D*s_v3", "D*ds_v4", "D*ds_v5", "D*s_v5", "E*s_v3", "E*ds_v4", "E*ds_v5", "E*s_v5", "F*s_v2"];
const processors = [2, 4, 8, 16];

/** The older Dv2 series counts its sizes instead of processors; DS3_v2 is what Machine Learning's examples use. */
const dv2 = ["1", "2", "3", "4", "5", "11", "12", "13", "14"].flatMap((size) => [
  `Standard_D${size}_v2`,
  `Standard_DS${size}_v2`,
]);

const everydaySizes: readonly string[] = [
  ...dv2,
  ...series.flatMap((name) => processors.map((count) => `Standard_${name.replace("*", String(count))}`)),
];

export const vmSizes = resourceRule({
  id: "ml-compute-allowed-sizes",
  title: "Machine Learning compute uses machine sizes that the budget knows",
  covers: ["ALZ-Deny-MachineLearning-Compute-VmSize"],
  requirements: ["OE-R13"],
  severity: "medium",
  appliesTo: "machinelearningservices:Compute",
  config: {
    allowedVmSizes: {
      type: "array",
      items: { type: "string" },
      default: everydaySizes,
      description:
        "Machine sizes that may be used; a judgement: D, E and F series up to 16 processors, so that every graphics card is a decision",
    },
  },
  holds: (compute, { config }) =>
    whereKind(compute, managedKinds, () => compute.at("properties.properties.vmSize").isOneOf(config.allowedVmSizes)),
  fix: "Take one of the allowed sizes, or have the size added to allowedVmSizes together with its budget.",
  why: "Between the smallest size and the largest lies a factor of a thousand in price, and one word of difference in the code.",
});
