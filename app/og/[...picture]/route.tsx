import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import { draw } from "./drawing";
import { drawingOf } from "./drawing-of";

interface PictureContext {
  params: Promise<{ picture: string[] }>;
}

/** Drawn when first asked for, and kept. */
export const dynamic = "force-static";
export const generateStaticParams = () => [];

const FONT = path.join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf");

/** GET: the picture that a link to a public page shows where it is shared. */
export async function GET(_request: Request, { params }: PictureContext): Promise<Response> {
  const drawing = drawingOf((await params).picture.map(decodeURIComponent));
  if (!drawing) return new Response("There is no such picture.", { status: 404 });
  const data = await readFile(FONT);
  return new ImageResponse(draw(drawing), {
    width: 1200,
    height: 630,
    fonts: [{ name: "Geist", data, weight: 600, style: "normal" }],
  });
}
