import { restartableConsumer, restartableConsumers } from "@ringfence/core/secret-consumers";

const group = "/subscriptions/3f2504e0-4f89-41d3-9a0c-0305e82c3301/resourceGroups/rg-web";

test.each([
  [`${group}/providers/Microsoft.Web/sites/intake`, "Microsoft.Web/sites/restart/Action"],
  [`${group.toUpperCase()}/PROVIDERS/microsoft.web/SITES/intake`, "Microsoft.Web/sites/restart/Action"],
  [
    `${group}/providers/Microsoft.App/containerApps/api/revisions/api--blue`,
    "Microsoft.App/containerApps/revisions/restart/action",
  ],
])("%s is restarted by %s", (consumer, action) => {
  expect(restartableConsumer(consumer)?.action).toBe(action);
});

test.each([
  "web",
  "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  `${group}/providers/Microsoft.App/containerApps/api`,
  `${group}/providers/Microsoft.Web/sites/intake/slots/blue`,
  `${group}/providers/MicrosoftXWeb/sites/intake`,
  `https://management.azure.com${group}/providers/Microsoft.Web/sites/intake`,
  "/providers/Microsoft.Web/sites/intake",
])("%s is not restarted", (consumer) => {
  expect(restartableConsumer(consumer)).toBeUndefined();
});

test("each kind takes one action, which restarts it and nothing else", () => {
  for (const { type, action } of restartableConsumers)
    expect(action.toLowerCase()).toBe(`${type}/restart/action`.toLowerCase());
});
