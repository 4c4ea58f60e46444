export { allowedLocations } from "./allowed-locations";
