import { refusalOf, refusalOfInputs } from "../../../src/engine/deploy/refusal";

describe("a refusal", () => {
  test("is Azure's where the message ends as azure-native's do", () => {
    const message =
      'autorest/azure: Service returned an error. Status=409 Code="RequestConflict" Message="Another "operation" runs."';
    expect(refusalOf("urn", message)).toEqual({
      urn: "urn",
      status: 409,
      code: "RequestConflict",
      message: 'Another "operation" runs.',
    });
  });

  test("is the provider's own otherwise", () => {
    expect(refusalOf("urn", "no such file")).toEqual({
      urn: "urn",
      status: 0,
      code: "ProviderError",
      message: "no such file",
    });
  });

  test("of inputs lists all of them", () => {
    const failures = [
      { property: "sku", reason: "is not one of S, M" },
      { property: "", reason: "name is taken" },
    ];
    expect(refusalOfInputs("urn", failures)).toEqual({
      urn: "urn",
      status: 0,
      code: "InvalidInput",
      message: "sku: is not one of S, M; name is taken",
    });
  });
});
