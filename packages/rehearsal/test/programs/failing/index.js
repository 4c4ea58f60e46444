const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../echo");

new Thing("before", {});
switch (new pulumi.Config().get("how")) {
  case "throw":
    throw new Error("the region is missing");
  case "reject":
    Promise.reject(new Error("the look-up failed"));
    break;
  case "exit":
    console.error("giving up for a reason");
    process.exit(3);
    break;
  case "hang":
    setInterval(() => undefined, 1000);
    break;
  case "duplicate":
    new Thing("before", {});
    break;
  case "run-error":
    throw new pulumi.RunError("set config first");
}
