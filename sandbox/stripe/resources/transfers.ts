import { createTransfer, reverseTransfer } from "../actions/transfer-funds";
import { mergeMetadata } from "../objects/stripe-object";
import { clearable, currency, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import { missingResource } from "../stripe-error";

export const transferRoutes: Route[] = [
  route(
    "POST",
    "/v1/transfers",
    "transfer",
    {
      amount: positive,
      currency,
      description: text.optional(),
      destination: text,
      metadata: metadata.optional(),
      source_transaction: text.optional(),
      source_type: text.optional(),
      transfer_group: text.optional(),
    },
    ({ sandbox, params }) =>
      createTransfer(sandbox, {
        amount: params.amount,
        currency: params.currency,
        destination: params.destination,
        description: params.description ?? null,
        metadata: mergeMetadata({}, params.metadata),
        sourceTransaction: params.source_transaction ?? null,
        transferGroup: params.transfer_group ?? null,
      }),
  ),
  route("GET", "/v1/transfers/:id", "transfer", {}, ({ sandbox, at }) =>
    sandbox.tables.transfers.get(at("id")),
  ),
  route(
    "POST",
    "/v1/transfers/:id",
    "transfer",
    { description: clearable(text).optional(), metadata: metadata.optional() },
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.transfers.get(at("id"));
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      const after = sandbox.tables.transfers.update(before.id, patch);
      sandbox.emit("transfer.updated", after, { before });
      return after;
    },
  ),
  listRoute(
    "/v1/transfers",
    "transfer",
    { destination: text.optional(), transfer_group: text.optional() },
    ({ sandbox: { tables }, params: { destination, transfer_group: group } }) =>
      (destination === undefined
        ? tables.transfers.all()
        : tables.transfers.where("destination", destination)
      ).filter((transfer) => group === undefined || transfer.transfer_group === group),
  ),
  route(
    "POST",
    "/v1/transfers/:id/reversals",
    "transfer",
    {
      amount: positive.optional(),
      description: text.optional(),
      metadata: metadata.optional(),
    },
    ({ sandbox, params, at }) =>
      reverseTransfer(sandbox, at("id"), {
        amount: params.amount,
        metadata: mergeMetadata({}, params.metadata),
      }),
  ),
  route("GET", "/v1/transfers/:id/reversals/:reversal", "transfer", {}, ({ sandbox, at }) => {
    const reversal = sandbox.tables.transferReversals.get(at("reversal"));
    if (reversal.transfer !== at("id")) throw missingResource("transfer reversal", reversal.id);
    return reversal;
  }),
  listRoute("/v1/transfers/:id/reversals", "transfer", {}, ({ sandbox: { tables }, at }) =>
    tables.transferReversals.where("transfer", tables.transfers.get(at("id")).id),
  ),
];
