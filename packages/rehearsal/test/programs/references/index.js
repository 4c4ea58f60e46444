const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../echo");

const stack = pulumi.getStack();
const config = new pulumi.Config();
const target = config.get("target") ?? (stack === "alpha" ? "organization/references/beta" : undefined);

if (target) {
  const other = new pulumi.StackReference(target);
  const user = new Thing("user", { endpoint: other.requireOutput("endpoint"), password: other.getOutput("password") });
  exports.used = user.endpoint;
  exports.plain = other.getOutputDetails("kind").then(({ value }) => value ?? "not known");
} else {
  const owner = new Thing("owner", {});
  exports.endpoint = owner.computed;
  exports.password = pulumi.secret("from-beta-secret");
  exports.kind = "shared";
}
