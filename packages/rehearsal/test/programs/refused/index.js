const { Thing } = require("../echo");

const account = new Thing("account", {});
const deployment = new Thing("deployment", {
  account: account.computed,
  refuse: 'code: 409 cannot create; Status=409 Code="RequestConflict" Message="Another operation is being performed."',
});
new Thing("dependent", { deployment: deployment.computed });
new Thing("unrelated", {});
new Thing("bad", { invalid: "sku 'XL' is not one of S, M" });
