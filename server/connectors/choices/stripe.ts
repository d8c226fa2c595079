import type Stripe from "stripe";
import { type Choice, type ChoicePage, type ChoiceSource, choice } from "./choice";
import { discountText, priceText } from "./price-text";

const PAGE = 100;

/** What every list is asked: the most that Stripe gives, after the last one seen. */
const page = (cursor?: string) => ({ limit: PAGE, ...(cursor ? { starting_after: cursor } : {}) });

function toPage<T extends { id: string }>({ data, has_more }: Stripe.ApiList<T>, view: (thing: T) => Choice) {
  const nextCursor = has_more ? (data.at(-1)?.id ?? null) : null;
  return { items: data.map(view), nextCursor } satisfies ChoicePage;
}

const archived = (isActive: boolean) => !isActive && "archived";

function priceChoice(price: Stripe.Price): Choice {
  const { product, nickname, lookup_key } = price;
  const name = typeof product === "string" ? product : product.deleted ? product.id : product.name;
  const other = nickname === name ? null : nickname;
  return choice(price.id, `${name}: ${priceText(price)}`, other, lookup_key, archived(price.active));
}

function productChoice({ id, name, description, active }: Stripe.Product): Choice {
  return choice(id, name, description, archived(active));
}

function couponChoice(coupon: Stripe.Coupon): Choice {
  const { id, name, valid } = coupon;
  const discount = discountText(coupon);
  return choice(id, name ? `${name}: ${discount}` : discount, !valid && "no longer valid");
}

function codeChoice({ id, code, promotion, customer, active }: Stripe.PromotionCode): Choice {
  const { coupon } = promotion;
  const discount = coupon === null || typeof coupon === "string" ? coupon : discountText(coupon);
  const label = discount ? `${code}: ${discount}` : code;
  return choice(id, label, customer && "for one customer only", !active && "no longer active");
}

/** Lists leave out what is archived: a new recipe has no use for it. A chosen one is still found. */
export const STRIPE_CHOICES = {
  "stripe.price": {
    app: "stripe",
    noun: ["price", "prices"],
    list: async ({ prices }, cursor) =>
      toPage(await prices.list({ ...page(cursor), active: true, expand: ["data.product"] }), priceChoice),
    find: async ({ prices }, id) => priceChoice(await prices.retrieve(id, { expand: ["product"] })),
  },
  "stripe.product": {
    app: "stripe",
    noun: ["product", "products"],
    list: async ({ products }, cursor) =>
      toPage(await products.list({ ...page(cursor), active: true }), productChoice),
    find: async ({ products }, id) => productChoice(await products.retrieve(id)),
  },
  "stripe.coupon": {
    app: "stripe",
    noun: ["coupon", "coupons"],
    list: async ({ coupons }, cursor) => toPage(await coupons.list(page(cursor)), couponChoice),
    find: async ({ coupons }, id) => couponChoice(await coupons.retrieve(id)),
  },
  "stripe.promotion_code": {
    app: "stripe",
    noun: ["promotion code", "promotion codes"],
    list: async ({ promotionCodes }, cursor) => {
      const expand = ["data.promotion.coupon"];
      return toPage(await promotionCodes.list({ ...page(cursor), active: true, expand }), codeChoice);
    },
    find: async ({ promotionCodes }, id) =>
      codeChoice(await promotionCodes.retrieve(id, { expand: ["promotion.coupon"] })),
  },
} satisfies Record<string, ChoiceSource<"stripe">>;
