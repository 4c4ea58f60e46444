import { resourceRule } from "../../rule";

export const keyRotation = resourceRule({
  id: "key-auto-rotation",
  title: "Keys rotate by themselves",
  covers: ["Azure.KeyVault.AutoRotationPolicy"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Key",
  holds: (key) =>
    key
      .at("properties.rotationPolicy.lifetimeActions")
      .some("needs an action whose action.type is rotate", (step) => step.at("action.type").is("rotate")),
  fix: "Add a lifetime action with action.type rotate to properties.rotationPolicy; notify alone renews nothing.",
  why: "A key that people must remember to rotate is rotated after the first incident.",
});
