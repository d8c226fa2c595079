import { z } from "zod";
import { createChannel } from "~/server/services/channel/create";
import { deleteChannel } from "~/server/services/channel/delete";
import { listChannels } from "~/server/services/channel/list";
import {
  ChannelView,
  CreateChannelInput,
  CreatedChannel,
  UpdateChannelInput,
} from "~/server/services/channel/schemas";
import { updateChannel } from "~/server/services/channel/update";
import { type Endpoint, endpoint, Id } from "./endpoint";
import { PageQuery, pageOf, pageSchema } from "./paging";

/** Everything under `/channels`. */
export const channelEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/channels",
    tag: "Channels",
    summary: "Add a channel that tells the team something",
    description:
      "Recipes name it in a notify step. A webhook's signing `secret` is answered only here; addresses and secrets are never answered again.",
    status: 201,
    body: CreateChannelInput,
    answer: CreatedChannel,
    failures: ["forbidden"],
    run: (ctx, { body }) => createChannel(ctx, body),
  }),
  endpoint({
    method: "get",
    path: "/channels",
    tag: "Channels",
    summary: "List channels, oldest first",
    query: PageQuery,
    answer: pageSchema(ChannelView),
    run: async (ctx, { query }) => pageOf(await listChannels(ctx), query),
  }),
  endpoint({
    method: "patch",
    path: "/channels/{id}",
    tag: "Channels",
    summary: "Rename a channel, or change where it leads",
    description: "What is left out stays as it is. Recipes and rules keep using it.",
    params: Id,
    body: UpdateChannelInput.omit({ id: true }),
    answer: ChannelView,
    failures: ["forbidden"],
    run: (ctx, { params, body }) => updateChannel(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "delete",
    path: "/channels/{id}",
    tag: "Channels",
    summary: "Remove a channel and erase its addresses and secrets",
    description:
      "Refused while a notification rule, or a live or shadow recipe uses it; `details.recipes` names them.",
    status: 204,
    params: Id,
    answer: z.void(),
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => deleteChannel(ctx, params),
  }),
];
