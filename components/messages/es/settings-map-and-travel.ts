import type { English, Translation } from "../catalogue";

export const settingsMapAndTravel: Translation<English["settingsMapAndTravel"]> = {
  "map.title": "Mapa de fondo",
  "map.about": "Lo que hay debajo de cada mapa.",
  "map.file": "Archivo de mapa",
  "map.style": "Estilo de mapa",
  "map.none": "Ninguno: los mapas se dibujan sobre un fondo liso.",
  "map.works": "Funciona",
  "map.fails": "No se puede leer",
  "map.change":
    "Se cambia con <code>MAP_PMTILES_FILE</code> (un archivo de esta máquina) o con <code>MAP_STYLE_URL</code> y <code>MAP_STYLE_DARK_URL</code>, y reiniciando Dray.",
  "geocoder.title": "Búsqueda de direcciones",
  "geocoder.about": "Se pregunta en este orden, a cada uno por lo que ninguno anterior ha situado en una puerta.",
  "geocoder.change":
    "Se cambia con <code>NOMINATIM_URL</code>, <code>PHOTON_URL</code>, <code>PELIAS_URL</code> con <code>PELIAS_API_KEY</code> o <code>GOOGLE_GEOCODING_KEY</code>, y reiniciando Dray. Las claves no se muestran nunca.",
  "source.addressBook": "Libro de direcciones",
  here: "en esta máquina",
  "address.label": "Pruebe una dirección",
  "address.try": "Probar",
  "address.by": "{confidence}, por {source}, {milliseconds, number} ms",
  "address.unknown": "Nadie conoce esta dirección ({milliseconds, number} ms).",
  "address.unavailable": "Ningún geocodificador responde.",
  "confidence.exact": "Puerta",
  "confidence.interpolated": "Entre puertas",
  "confidence.street": "Solo la calle",
  "confidence.city": "Solo la ciudad",
  "confidence.none": "No encontrada",
  "travel.title": "Tiempos de viaje",
  "travel.about":
    "Se cree al primero que conoce la zona y responde; donde no hay ninguno, los tiempos se estiman en línea recta.",
  "travel.estimates": "Solo estimaciones: no se conoce ninguna carretera.",
  "travel.network": "Red de carreteras {name}",
  "travel.area": "construida el {date}, de {south} {west} a {north} {east}",
  "travel.change":
    "Se cambia con <code>VALHALLA_URL</code> o <code>OSRM_URL</code>, o construyendo carreteras aquí con <code>npm run roads</code>, y reiniciando Dray.",
  "drive.from": "Desde",
  "drive.to": "Hasta",
  "drive.try": "Probar el trayecto",
  "drive.roads": "Por carreteras de {engine}, {milliseconds, number} ms",
  "drive.estimate": "Estimado, {milliseconds, number} ms",
  "drive.unknown": "Una de las direcciones no se encuentra.",
  notTried: "No se ha probado",
};
