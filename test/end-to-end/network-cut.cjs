/** Loaded before a program: whatever leaves this machine fails, as if the cable were pulled. */
const net = require("node:net");
const dns = require("node:dns");

const local = new Set(["127.0.0.1", "::1", "localhost", "0.0.0.0", undefined]);
const { connect } = net.Socket.prototype;

net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof options === "object" ? options.host : undefined;
  if (typeof options === "object" && !options.path && !local.has(host)) {
    throw new Error(`the network is cut: something tried to reach ${host}`);
  }
  return connect.apply(this, args);
};

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  if (!local.has(host)) throw new Error(`the network is cut: something tried to look up ${host}`);
  return lookup(host, ...rest);
};
