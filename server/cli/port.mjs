import net from "node:net";

function tryListen(port, host) {
  const server = net.createServer();
  return new Promise((resolve) => {
    server.once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** Throws with a remedy when the port that the web process needs is taken. */
export async function requireFreePort(port = Number(process.env.PORT || 3000)) {
  // A killed supervisor's web process needs a moment to notice and let go of the port.
  for (let tries = 0; tries < 4 && (await tryListen(port, "::")) === "EADDRINUSE"; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  // Both families: something on 127.0.0.1 only would otherwise go unnoticed and shadow us.
  for (const host of ["::", "127.0.0.1"]) {
    const code = await tryListen(port, host);
    if (code === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
      );
    }
    if (code === "EACCES")
      throw new Error(`This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`);
  }
}
