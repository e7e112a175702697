import { type IntakeColumn, names } from "./intake-column";

export const VISIT_FIELDS = [
  "name",
  "phone",
  "email",
  "address",
  "house_number",
  "postcode",
  "city",
  "country",
  "lat",
  "lon",
  "time_windows",
  "window_from",
  "window_to",
  "service_minutes",
  "instructions",
] as const;

/** What one stop of an order is described by. */
export type VisitField = (typeof VISIT_FIELDS)[number];

const visit = (
  key: VisitField,
  label: string,
  example: string,
  aliases: readonly string[],
  join = " ",
): IntakeColumn<VisitField> => ({ key, label, group: "Stop", example, aliases, join });

/** The catalogue of a stop's columns; aliases run English, German, French, Spanish, Danish. */
export const VISIT_COLUMNS: readonly IntakeColumn<VisitField>[] = [
  visit(
    "name",
    "Name",
    "Anna Holm",
    names(`
      name, customer, customer name, recipient, recipient name, receiver, consignee, contact, contact name,
      contact person, full name, client, client name, company, company name, attention, deliver to, kunde,
      kundenname, empfanger, empfangername, ansprechpartner, firma, nom, nom du client, destinataire, nom complet,
      societe, nombre, cliente, nombre del cliente, destinatario, nombre completo, empresa, contacto, navn,
      kundenavn, modtager, modtagernavn, kontaktperson, virksomhed`),
  ),
  visit(
    "phone",
    "Phone",
    "+4512345678",
    names(`
      phone, phone number, phone no, telephone, tel, mobile, mobile number, mobile phone, cell, cell phone,
      contact phone, contact number, telefon, telefonnummer, handy, mobil, mobilnummer, rufnummer, telephone
      portable, portable, numero de telephone, telefono, movil, tlf, telefonnr, telefon nr, mobilnr`),
  ),
  visit(
    "email",
    "E-mail",
    "anna@example.com",
    names(`
      email, e mail, email address, e mail address, mail, contact email, e mail adresse, courriel, adresse e mail,
      adresse email, correo, correo electronico, emailadresse, mailadresse`),
  ),
  visit(
    "address",
    "Street and number",
    "Bredgade 74",
    names(`
      address, street address, street, street name, address 1, address line 1, address line, addr, location, full
      address, road, adresse, strasse, str, anschrift, strasse und hausnummer, strasse hausnummer, lieferadresse,
      rue, adresse de livraison, voie, direccion, calle, domicilio, direccion de entrega, vej, vejnavn, gade,
      leveringsadresse, gadenavn`),
    ", ",
  ),
  visit(
    "house_number",
    "House number",
    "74",
    names(`
      house number, house no, house nr, street number, street no, building number, hausnummer, hausnr, haus nr,
      hnr, numero de rue, numero de voie, numero de calle, numero portal, portal, husnummer, husnr, hus nr`),
  ),
  visit(
    "postcode",
    "Postcode",
    "1260",
    names(`
      postcode, post code, postal code, postalcode, zip, zip code, zipcode, plz, postleitzahl, code postal, cp,
      codigo postal, c p, cod postal, postnummer, postnr, post nr`),
  ),
  visit(
    "city",
    "City",
    "København K",
    names(`
      city, town, locality, municipality, place, ort, stadt, wohnort, ville, commune, localite, ciudad, poblacion,
      localidad, municipio, by, bynavn, postdistrikt`),
  ),
  visit(
    "country",
    "Country",
    "DK",
    names("country, country code, land, landeskennung, pays, code pays, pais, codigo pais, landekode"),
  ),
  visit(
    "lat",
    "Latitude",
    "55.6849",
    names("lat, latitude, y, gps lat, geo lat, breitengrad, breite, latitud, breddegrad"),
  ),
  visit(
    "lon",
    "Longitude",
    "12.5937",
    names(`
      lon, lng, long, longitude, x, gps lon, gps lng, geo lon, geo lng, langengrad, lange, longitud, laengdegrad`),
  ),
  visit(
    "time_windows",
    "Time windows",
    "08:00-10:00;16:00-20:00",
    names(`
      time windows, time window, window, windows, timewindow, timeslot, time slot, slot, delivery window, delivery
      time, opening hours, availability, zeitfenster, lieferzeit, lieferzeitfenster, uhrzeit, creneau, creneau
      horaire, plage horaire, horaire, horaires, franja horaria, franja, ventana horaria, horario, hora,
      tidsvindue, tidsvinduer, tidsrum, leveringstid, tid, tidspunkt`),
    "; ",
  ),
  visit(
    "window_from",
    "Window from",
    "08:00",
    names(`
      window from, time window start, tw start, start time, time from, earliest, earliest time, ready time, from
      time, window start, not before, after, open, von, zeit von, fruhestens, ab, heure debut, debut, au plus tot,
      hora inicio, hora desde, desde, inicio, starttid, tid fra, fra, tidligst`),
  ),
  visit(
    "window_to",
    "Window to",
    "10:00",
    names(`
      window to, time window end, tw end, end time, time to, latest, latest time, due time, to time, window end,
      deadline, before, not after, close, bis, zeit bis, spatestens, heure fin, fin, au plus tard, hora fin, hora
      hasta, hasta, sluttid, tid til, til, senest`),
  ),
  visit(
    "service_minutes",
    "Minutes at the door",
    "5",
    names(`
      service minutes, service time, service duration, duration, stop duration, stop time, time at stop, unloading
      time, handling time, service time min, duration min, standzeit, servicezeit, dauer, entladezeit, aufenthalt,
      temps de service, duree, temps sur place, tiempo de servicio, duracion, servicetid, varighed, stoptid`),
  ),
  visit(
    "instructions",
    "Instructions for the driver",
    "Code 4412, leave with the neighbour",
    names(`
      instructions, delivery instructions, driver instructions, driver notes, delivery notes, access, access
      notes, special instructions, access code, hinweise, lieferhinweis, lieferhinweise, fahrerhinweis,
      zustellhinweis, consignes, instructions de livraison, instrucciones, instrucciones de entrega, indicaciones,
      instruktioner, leveringsinstruktioner, chaufforinfo, portkode, dorkode`),
    "\n",
  ),
];
