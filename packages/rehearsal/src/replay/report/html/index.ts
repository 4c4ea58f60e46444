export { replayPage } from "./page";
