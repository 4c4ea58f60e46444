const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../echo");

const said = (moment) =>
  new pulumi.ResourceHook(
    `say-${moment}`,
    ({ name, newInputs, newOutputs }) => {
      console.log(`${moment} ${name} size=${newInputs.size} computed=${newOutputs?.computed ?? "none"}`);
    },
    { onDryRun: moment === "before" },
  );

let tries = 0;
const again = new pulumi.ErrorHook("again", ({ failedOperation, errors }) => {
  tries += 1;
  console.log(`${failedOperation} failed ${errors.length} time(s): ${errors[0]}`);
  return tries < 2;
});

const failing = new pulumi.ResourceHook("refuse", () => {
  throw new Error("not on a Friday");
});

new Thing("watched", { size: 4 }, { hooks: { beforeCreate: [said("before")], afterCreate: [said("after")] } });
new Thing("stubborn", { refuse: "busy" }, { hooks: { onError: [again] } });
if (new pulumi.Config().getBoolean("friday")) new Thing("late", {}, { hooks: { beforeCreate: [failing] } });
