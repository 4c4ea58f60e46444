import { type Properties, textOf } from "../../values";
import { type ApplicationPassword, stableKey, stableUuid, type World, type WorldResource } from "../../world";
import type { Principal } from "../identity/tokens";
import { assertionOpens } from "./certificates";

const APPLICATION = "azuread:index/application:Application";
const REGISTRATION = "azuread:index/applicationRegistration:ApplicationRegistration";
const PASSWORDS = [
  "azuread:index/applicationPassword:ApplicationPassword",
  "azuread:index/servicePrincipalPassword:ServicePrincipalPassword",
];

/** Two years, as Entra gives a password whose end is not said. */
const YEARS = 2;

/** The world's Entra applications. */
export function applications(world: World): WorldResource[] {
  return [...world.resources(APPLICATION), ...world.resources(REGISTRATION)];
}

/** The application with an object id or a client id. */
export function application(world: World, name: "objectId" | "clientId", value: string): WorldResource | undefined {
  return applications(world).find((each) => textOf(each.properties[name])?.toLowerCase() === value.toLowerCase());
}

/** Creates an application, as the azuread package would keep it. */
export function createApplication(world: World, displayName: string): WorldResource {
  const number = String(applications(world).length + 1);
  const [objectId, clientId] = ["object", "client"].map((purpose) =>
    stableUuid("application", displayName, number, purpose),
  );
  const id = `${APPLICATION}::/applications/${objectId}`;
  const inputs = { displayName };
  world.keep(id, APPLICATION, inputs, { ...inputs, objectId: objectId ?? "", clientId: clientId ?? "" }, []);
  const made = world.resource(id);
  if (made === undefined) throw new Error("the application was kept");
  return made;
}

/** Every password that opens an application or may have: those of Graph and those that programs made. */
export function passwordsOf(world: World, app: WorldResource): ApplicationPassword[] {
  const owner = textOf(app.properties.objectId) ?? "";
  const made = PASSWORDS.flatMap((type) => world.resources(type))
    .filter(({ inputs }) => (textOf(inputs.applicationId) ?? textOf(inputs.servicePrincipalId) ?? "").endsWith(owner))
    .map(({ properties }) => ({
      keyId: textOf(properties.keyId) ?? "",
      displayName: textOf(properties.displayName) ?? "",
      secretText: textOf(properties.value) ?? "",
      startDateTime: textOf(properties.startDate) ?? "",
      endDateTime: textOf(properties.endDate) ?? "",
    }));
  return [...made, ...(app.state?.passwords ?? [])];
}

/** Adds a password; its text is made up and never comes twice. */
export function addPassword(world: World, app: WorldResource, asked: Properties): ApplicationPassword {
  const number = String((app.state?.passwordsMade ?? 0) + 1);
  const text = stableKey(24, app.id, "password", number);
  const start = world.clock.now();
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  const password: ApplicationPassword = {
    keyId: stableUuid(app.id, "password", number),
    displayName: textOf(asked.displayName) ?? "",
    secretText: `${text.slice(0, 3)}8Q~simulated~${text.slice(3)}`,
    startDateTime: textOf(asked.startDateTime) ?? start.toISOString(),
    endDateTime: textOf(asked.endDateTime) ?? end.toISOString(),
  };
  world.setState(app.id, {
    passwords: [...(app.state?.passwords ?? []), password],
    passwordsMade: Number(number),
  });
  return password;
}

/** Removes a password, whoever made it; false where there is none with the id. */
export async function removePassword(world: World, app: WorldResource, keyId: string): Promise<boolean> {
  const own = app.state?.passwords ?? [];
  if (own.some((each) => each.keyId === keyId)) {
    world.setState(app.id, { passwords: own.filter((each) => each.keyId !== keyId) });
    return true;
  }
  const made = PASSWORDS.flatMap((type) => world.resources(type)).find(({ properties }) => properties.keyId === keyId);
  if (made !== undefined) await world.remove(made.id);
  return made !== undefined;
}

/** What a client shows to sign in. */
export interface ClientProof {
  clientId: string;
  secret?: string;
  /** A JSON Web Token signed with one of its certificates. */
  assertion?: string;
  /** Address at which it signs in. */
  audience: string;
}

/** Who signs in, and whether what it shows opens; undefined where no application has the id. */
export function clientWith(world: World, proof: ClientProof): { principal: Principal; opens: boolean } | undefined {
  const { clientId, secret, assertion, audience } = proof;
  const app = application(world, "clientId", clientId);
  if (app === undefined) return undefined;
  const now = world.clock.now().getTime();
  const opens =
    assertion === undefined
      ? passwordsOf(world, app).some(
          ({ secretText, startDateTime, endDateTime }) =>
            secretText === secret && moment(startDateTime) <= now && now < moment(endDateTime),
        )
      : assertionOpens(app, assertion, audience);
  return { principal: { clientId, objectId: servicePrincipalOf(world, clientId) }, opens };
}

/** Object id of an application's service principal, which roles are assigned to. */
export function servicePrincipalOf(world: World, clientId: string): string {
  const made = world
    .resources("azuread:index/servicePrincipal:ServicePrincipal")
    .find(({ properties }) => properties.clientId === clientId);
  return textOf(made?.properties.objectId) ?? stableUuid(clientId, "service principal");
}

function moment(iso: string): number {
  return new Date(iso).getTime();
}
