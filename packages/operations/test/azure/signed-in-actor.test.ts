import { signedInActor } from "../../src/azure/identity";
import { loopbackIdentity } from "../azurite";

const token = (text: string) => ({ getToken: async () => ({ token: text, expiresOnTimestamp: 0 }) });

test("a person is known by the address in the token, an application by its id", async () => {
  expect(await signedInActor(loopbackIdentity({ oid: "a", upn: "alice@contoso.example" }))).toEqual({
    kind: "person",
    id: "a",
    name: "alice@contoso.example",
  });
  expect(await signedInActor(loopbackIdentity({ oid: "j", idtyp: "app" }))).toEqual({
    kind: "job",
    id: "j",
    name: "j",
  });
  // An application's token may name an owner; what it is says `idtyp`.
  const owned = loopbackIdentity({ oid: "j", idtyp: "app", upn: "alice@contoso.example" });
  expect(await signedInActor(owned)).toMatchObject({ kind: "job" });
});

test("an application may name a person, who is told apart by the name and is not taken for a signed-in one", async () => {
  expect(await signedInActor(loopbackIdentity({ oid: "j", idtyp: "app" }), "Alice@contoso.example")).toEqual({
    kind: "person",
    id: "alice@contoso.example",
    name: "Alice@contoso.example",
    namedBy: "j",
  });
});

test("a person names nobody else", async () => {
  const alice = loopbackIdentity({ oid: "a", upn: "alice@contoso.example" });
  expect(await signedInActor(alice, "ALICE@contoso.example")).toMatchObject({ id: "a" });
  await expect(signedInActor(alice, "bob@contoso.example")).rejects.toThrow("leave out --as");
});

test.each(["opaque", "a.b.c", `x.${Buffer.from("[]").toString("base64url")}.y`])(
  "the token %s does not say who holds it, so nobody acts",
  async (text) => {
    await expect(signedInActor(token(text))).rejects.toThrow("does not say who holds it");
  },
);
