export { signedInActor } from "./signed-in-actor";
