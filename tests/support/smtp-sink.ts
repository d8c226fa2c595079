import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

export interface Received {
  from: string;
  to: string[];
  /** The mail as it came: headers, an empty line, the text. */
  raw: string;
}

/** An SMTP server on 127.0.0.1 that keeps what it is given; a test may decide what it answers to a command next. */
export class SmtpSink {
  readonly mails: Received[] = [];
  /** Every line that was said to it, the mails' own aside. */
  readonly commands: string[] = [];
  /** Command → answer, used once: `{ "RCPT": "451 later" }`; `""` hangs up. `END` is the end of a mail. */
  readonly answers: Record<string, string> = {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmtpSink> {
    const server = createServer();
    const sink = new SmtpSink(server);
    server.on("connection", (socket) => sink.talk(socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private talk(socket: Socket): void {
    let [waiting, mail, isData] = ["", { from: "", to: [] as string[], raw: "" }, false];
    const say = (command: string, usual: string) => {
      const answer = this.answers[command] ?? usual;
      delete this.answers[command];
      if (answer === "") socket.destroy();
      else socket.write(`${answer}\r\n`);
      return answer === usual;
    };
    const hear = (line: string) => {
      if (isData && line !== ".") {
        mail.raw += `${line}\r\n`;
        return;
      }
      if (isData) {
        isData = false;
        this.mails.push(mail);
        return void say("END", "250 kept");
      }
      this.commands.push(line);
      const command = line.slice(0, 4).toUpperCase();
      const address = /<(.*)>/.exec(line)?.[1] ?? "";
      if (command === "MAIL") mail = { from: address, to: [], raw: "" };
      const went = say(command, command === "DATA" ? "354 go on" : "250 ok");
      if (command === "RCPT" && went) mail.to.push(address);
      if (command === "DATA") isData = went;
    };
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const lines = (waiting + chunk).split("\r\n");
      waiting = lines.pop() ?? "";
      lines.forEach(hear);
    });
    socket.write("220 sink\r\n");
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}
