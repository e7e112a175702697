const EURO =
  "AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM VA XK YT";
const DOLLAR = "AS BQ EC FM GU IO MH MP PR PW SV TC TL US VG VI";
const OWN =
  "AE:AED AR:ARS AU:AUD BR:BRL CA:CAD CH:CHF CL:CLP CN:CNY CO:COP CR:CRC CZ:CZK DK:DKK DO:DOP EG:EGP FO:DKK GB:GBP GG:GBP " +
  "GL:DKK GT:GTQ HK:HKD HU:HUF ID:IDR IL:ILS IM:GBP IN:INR IS:ISK JE:GBP JP:JPY KE:KES KR:KRW LI:CHF MA:MAD MX:MXN MY:MYR " +
  "NG:NGN NO:NOK NZ:NZD PE:PEN PH:PHP PK:PKR PL:PLN QA:QAR RO:RON RS:RSD SA:SAR SE:SEK SG:SGD SJ:NOK TH:THB TN:TND TR:TRY " +
  "TW:TWD UA:UAH UY:UYU VN:VND ZA:ZAR";

const byCountry = new Map<string, string>([
  ...EURO.split(" ").map((country) => [country, "EUR"] as const),
  ...DOLLAR.split(" ").map((country) => [country, "USD"] as const),
  ...OWN.split(" ").map((pair) => pair.split(":") as [string, string]),
]);

/** The money of a country (ISO 4217), as a first guess; undefined where we do not know. */
export function currencyOfCountry(country: string): string | undefined {
  return byCountry.get(country);
}

export interface CurrencyName {
  /** ISO 4217. */
  readonly code: string;
  readonly name: string;
}

/** Every currency the browser knows, by code. */
export function listCurrencies(locale = "en"): CurrencyName[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({ code, name: names.of(code) ?? code }));
}
