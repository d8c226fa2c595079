interface Section {
  title: string;
  rows: readonly (readonly [term: string, text: string])[];
}

/** A step as an exported recipe has it; a test reads it. */
export const EXAMPLE = {
  id: "crm",
  kind: "http",
  method: "POST",
  url: "https://api.example.com/v1/contacts",
  connection: null,
  body: { email: "{{ trigger.data.object.email }}", plan: "{{ trigger.data.object.metadata.plan }}" },
  onMissing: { "body.plan": "free" },
};

export const SECTIONS: readonly Section[] = [
  {
    title: "The request",
    rows: [
      ["method", "Any method: GET unless you choose. CONNECT, TRACE and TRACK are not sent."],
      [
        "url",
        "A whole address that begins with https:// or http://. Put values into it with url_encode, so that no value can lead somewhere else.",
      ],
      ["query", "Names with values, encoded for you. A list repeats its name; what is missing is left out."],
      [
        "headers",
        "Names with values. Host, Content-Length and what belongs to the connection itself are set by Billhook.",
      ],
      [
        "body",
        "Sent as JSON (json), as a form (form), or as it is (raw). A text that is an object or list in JSON already is sent unchanged.",
      ],
      [
        "timeout",
        "How long to wait for the whole answer: 30 seconds unless you say, two minutes at most (PT2M).",
      ],
      [
        "onMissing",
        "A value for a template that finds nothing, by its place: url, query.page, headers.X-Shop, body.user.email.",
      ],
    ],
  },
  {
    title: "Credentials",
    rows: [
      [
        "Connection",
        "Under Connections, add “Another web API”: a bearer token, a user name and password, a header of its own, or OAuth 2.0 client credentials. The secret is encrypted and never shown again.",
      ],
      [
        "One origin",
        "A secret belongs to one scheme, host and port. A request to any other address goes out without it, and the log says so.",
      ],
      [
        "OAuth 2.0",
        "The access token is fetched when it is first needed, used until shortly before it ends, and renewed once when the API answers 401.",
      ],
    ],
  },
  {
    title: "The answer",
    rows: [
      [
        "output",
        "status, headers (names in lower case) and body: JSON as its value, other text as text, anything else as its type and size. At most 1 MB.",
      ],
      ["429", "The step waits as long as Retry-After says, and tries again."],
      [
        "500 and more",
        "Tried again for about eleven hours, when repeating is safe. A lost answer is treated alike.",
      ],
      ["Other 4xx", "The step fails at once, and the log quotes what the API said."],
      ["accept: any", "Every answer is a success. A filter or branch after the step decides by its status."],
    ],
  },
  {
    title: "Nothing is done twice",
    rows: [
      [
        "Idempotency-Key",
        "Sent with everything but GET and HEAD, the same on every retry. Set the header yourself to use a key of your own.",
      ],
      [
        "POST and PATCH",
        "When the answer is lost, or says 500 and more, nobody knows whether it was done. The run then stops as “outcome unknown” instead of doing it twice. Say repeat: safe if the API may get it again.",
      ],
      ["Other methods", "May be repeated by their definition. Say repeat: unsafe where your API differs."],
    ],
  },
  {
    title: "Redirects",
    rows: [
      ["GET and HEAD", "Followed, five at most."],
      [
        "After a POST",
        "303 is followed with a GET. 307 and 308 are repeated within the same origin. All others fail and name the new address.",
      ],
      [
        "To another origin",
        "Authorization, cookies, the connection's secret and headers named like one stay behind.",
      ],
    ],
  },
  {
    title: "What cannot be reached",
    rows: [
      [
        "Private addresses",
        "Loopback, private and link-local networks and the metadata services of clouds are refused, whatever spelling, name or redirect leads there. Names are checked when the connection is made.",
      ],
      ["Other protocols", "Only http and https; no user name in the address; no port of another protocol."],
    ],
  },
  {
    title: "Tests and the log",
    rows: [
      ["Dry run", "Nothing is sent. The pretended answer is status 200 with an empty body."],
      [
        "Log",
        "Every request and answer, without the connection's secret, and without parameters, headers and fields named like a secret.",
      ],
    ],
  },
];
