export { type Acknowledgement, acknowledge } from "./acknowledgements";
export { ringConsumers } from "./consumers";
export { loggedReads, readersQuery, type SecretReads } from "./secret-reads";
