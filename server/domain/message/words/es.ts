import type { MessageWords } from "../message-words";
import { bulletList } from "./bullet-list";

const countStops = (stops: number) => (stops === 1 ? "1 parada" : `${stops} paradas`);
const more = (count: number) => `y ${count} más`;

/** What leaves the desk, in Spanish. */
export const words: MessageWords = {
  routeOffer: ({ driver, route, day, start, stops, link }) => ({
    subject: `Su ruta ${route} del ${day}`,
    email: `Hola, ${driver}:\n\nSu ruta ${route} del ${day} tiene ${countStops(stops)} y empieza a las ${start}.\n\nÁbrala aquí:\n${link}\n\nEl enlace es solo para usted: no lo comparta, por favor.\n`,
    sms: `Ruta ${route}, ${day}: ${countStops(stops)}, salida ${start}. ${link}`,
  }),
  routeChange: ({ driver, route, day, start, stops, added, removed, isLoadingOnly }) => {
    const isOrderOnly = added.count + removed.count === 0;
    const now = stops === 0 ? "ninguna parada" : `${countStops(stops)}, salida ${start}`;
    const short = isOrderOnly
      ? isLoadingOnly
        ? "dónde vuelve a cargar"
        : "nuevo orden de paradas"
      : [
          added.count > 0 && (added.count === 1 ? "1 nueva" : `${added.count} nuevas`),
          removed.count > 0 && (removed.count === 1 ? "1 retirada" : `${removed.count} retiradas`),
        ]
          .filter(Boolean)
          .join(", ");
    const lists = isOrderOnly
      ? isLoadingOnly
        ? "Las paradas y su orden son los mismos; cambia dónde vuelve a cargar.\n\n"
        : "Las paradas son las mismas; su orden es nuevo.\n\n"
      : bulletList("Nuevo en su ruta", added, more) + bulletList("Ya no está en su ruta", removed, more);
    return {
      subject: `Su ruta ${route} del ${day} ha cambiado`,
      email: `Hola, ${driver}:\n\nSu ruta ${route} del ${day} ha cambiado.\n\n${lists}Ahora tiene ${now}. El enlace que recibió muestra la ruta tal como está.\n`,
      sms: `Ruta ${route}, ${day}, ha cambiado: ${short}. Ahora ${now}. Su enlace la muestra.`,
    };
  },
  routeWithdrawn: ({ driver, route, day, next }) => ({
    subject: `La ruta ${route} del ${day} ya no es suya`,
    email: `Hola, ${driver}:\n\nLa ruta ${route} del ${day} la lleva ${next} a partir de ahora. Su enlace ya no abre nada; lo que usted ha hecho en ella sigue contando.\n`,
    sms: `La ruta ${route}, ${day}, ya no es suya: ahora la lleva ${next}.`,
  }),
  photoRequest: ({ driver, route, stops, note }) => {
    const said = note === "" ? "" : `${note}\n\n`;
    const first = stops.count === 1 ? stops.names[0] : `${stops.names[0]} y ${stops.count - 1} más`;
    return {
      subject: stops.count === 1 ? `Envíe una foto nueva de ${first}` : `Envíe ${stops.count} fotos nuevas`,
      email: `Hola, ${driver}:\n\nLo que envió de estas paradas de la ruta ${route} no demuestra la entrega. Si sigue cerca, abra otra vez la parada y envíe una foto nueva, por favor.\n\n${bulletList("Paradas", stops, more)}${said}Su enlace muestra la ruta.\n`,
      sms: `Ruta ${route}: envíe una foto nueva de ${first}, por favor.${note === "" ? "" : ` ${note}`}`,
    };
  },
  partnerManifest: ({ partner, sender, count, fileName }) => ({
    subject: `${sender}: ${count === 1 ? "1 entrega" : `${count} entregas`} para ${partner}`,
    email: `Hola, ${partner}:\n\n${sender} le cede ${count === 1 ? "una entrega" : `${count} entregas`}. El archivo adjunto ${fileName} ${count === 1 ? "la" : "las"} enumera, una por línea.\n\nSi una entrega se cancela, se le avisa en un mensaje aparte.\n`,
  }),
  partnerCancelled: ({ partner, sender, assignment, order, fileName }) => ({
    subject: `${sender}: cancelada, ${order || assignment}`,
    email: `Hola, ${partner}:\n\nNo realice ya ${assignment}${order && ` (${order})`}, por favor. Figuraba en ${fileName}.\n`,
  }),
  secondStepReset: ({ name, by, link }) => ({
    subject: "Se ha desactivado su segundo paso en Dray",
    email: `Hola, ${name}:\n\n${by} ha desactivado el segundo paso de su cuenta y eliminado sus claves de acceso para que pueda entrar sin su teléfono. Desde ahora basta su contraseña. Vuelva a configurar un segundo paso, por favor:\n${link}\n\nSi no lo ha pedido usted, avise a ${by} enseguida y cambie su contraseña.\n`,
  }),
  passkeyChanged: ({ name, passkey, change, link }) => ({
    subject: `Se ha ${change === "added" ? "añadido" : "eliminado"} una clave de acceso de su cuenta de Dray`,
    email:
      change === "added"
        ? `Hola, ${name}:\n\nSe ha añadido una clave de acceso${passkey && ` (${passkey})`} a su cuenta: quien tenga el dispositivo que la guarda puede entrar sin su contraseña.\n\nSi no ha sido usted, elimínela y cambie su contraseña enseguida:\n${link}\n`
        : `Hola, ${name}:\n\nSe ha eliminado una clave de acceso${passkey && ` (${passkey})`} de su cuenta. Ya no abre nada, y donde había iniciado sesión, se ha cerrado.\n\nSi no ha sido usted, cambie su contraseña enseguida y revise qué más abre su cuenta:\n${link}\n`,
  }),
  passkeysLeft: ({ name, passkeys, link }) => ({
    subject: "Nueva contraseña en Dray; sus claves de acceso siguen",
    email: `Hola, ${name}:\n\nSe ha establecido una contraseña nueva para su cuenta con un enlace de su correo. Estas claves de acceso la abren como antes:\n${passkeys.map((each) => `- ${each}`).join("\n")}\n\nElimine las que no sean suyas:\n${link}\n`,
  }),
  invitation: ({ by, byEmail, organization, days, link }) => ({
    subject: `${by} le invita a ${organization} en Dray`,
    email: `Hola:\n\n${by} (${byEmail}) le invita a planificar entregas con ${organization}. Abra este enlace antes de ${days} días para unirse:\n${link}\n\nSi no conoce a esta persona, ignore este mensaje: no pasa nada.\n`,
  }),
  webhookTrouble: ({ name, organization, host, failures, state, link }) => {
    const subject = {
      failing: `${host}: han fallado ${failures} intentos seguidos`,
      paused: `Ya no se envía nada a ${host}`,
      gone: `${host} dice que ya no existe`,
    };
    const said = {
      failing: `el webhook de ${host} no ha aceptado nada en ${failures} intentos seguidos. Se sigue intentando, y lo nuevo espera su turno. Tras cincuenta intentos fallidos y un día sin éxito se pone en pausa.`,
      paused: `el webhook de ${host} no ha aceptado nada en un día, en ${failures} intentos seguidos, y está en pausa. Lo que ocurra espera una semana; reanúdelo cuando el programa funcione y todo se enviará en orden.`,
      gone: `el webhook de ${host} ha respondido que ya no existe (410). Ya no espera nada para él.`,
    };
    return {
      subject: `${subject[state]} (${organization})`,
      email: `Hola ${name}:\n\n${said[state]}\n\nLo enviado y lo respondido:\n${link}\n`,
    };
  },
  customerNote: ({ note, sender, order }) => {
    const what = order ? `el pedido ${order}` : "su pedido";
    const said = {
      "on-the-way": `el repartidor va de camino con ${what}.`,
      late: `el repartidor con ${what} lleva retraso. Disculpe la espera.`,
      "at-the-door": `el repartidor está en su puerta con ${what}.`,
    };
    return `${sender}: ${said[note]}`;
  },
};
