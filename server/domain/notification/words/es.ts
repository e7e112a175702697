import type { NotificationWords } from "../notification-words";

/** What customers are written, in Spanish; text messages do without á, í, ó and ú, which would double their price. */
export const words: NotificationWords = {
  templates: {
    dispatched: {
      subject: "Su entrega de {sender}: {when}",
      email:
        "Hola, {recipient}:\n\nSu pedido {order} está listo para salir. Esperamos llegar: {when}.\n\nSígalo o deje un aviso al repartidor:\n{link}\n\n{sender}\n",
      sms: "{sender}: su pedido {order} llega: {when}. Detalles: {link}",
    },
    "out-for-delivery": {
      subject: "Su entrega de {sender} va de camino",
      email:
        "Hola, {recipient}:\n\nSu pedido {order} va de camino. Esperamos llegar: {when}.\n\nSígalo:\n{link}\n\n{sender}\n",
      sms: "{sender}: su pedido {order} va de camino, {when}. {link}",
    },
    near: {
      subject: "Su entrega de {sender} está cerca",
      email: "Hola, {recipient}:\n\nEl repartidor llegará pronto: {when}.\n\nSígalo:\n{link}\n\n{sender}\n",
      sms: "{sender}: el repartidor con su pedido {order} llega pronto, {window}. {link}",
    },
    delayed: {
      subject: "Su entrega de {sender} lleva retraso",
      email: "Hola, {recipient}:\n\n{lateness} Ahora esperamos llegar: {when}.\n\nSígala:\n{link}\n\n{sender}\n",
      sms: "{sender}: {lateness} Nueva hora: {when}. {link}",
    },
    delivered: {
      subject: "Entregado: su pedido de {sender}",
      email:
        "Hola, {recipient}:\n\nSu pedido {order} se ha entregado.\n\nVea el comprobante o díganos qué tal ha ido:\n{link}\n\n{sender}\n",
      sms: "{sender}: su pedido {order} se ha entregado. {link}",
    },
    failed: {
      subject: "No hemos podido entregar su pedido de {sender}",
      email:
        "Hola, {recipient}:\n\nNo hemos podido entregar su pedido {order}: {reason}.\n\nVea los siguientes pasos:\n{link}\n\n{sender}\n",
      sms: "{sender}: no hemos podido entregar su pedido {order}. Siguientes pasos: {link}",
    },
  },
  footer: {
    because: (sender) => `Recibe este mensaje porque ${sender} le hace una entrega.`,
    choose: "Elija qué mensajes recibe, o deje de recibir estos correos",
  },
  choices: {
    title: (sender) => `Mensajes de ${sender}`,
    written: {
      email: (address) => `Recibe correos sobre sus entregas en ${address}.`,
      sms: (address) => `Recibe mensajes de texto sobre sus entregas en el número que termina en ${address}.`,
    },
    stopped: {
      email: (address) => `No recibe correos en ${address}.`,
      sms: (address) => `No recibe mensajes de texto en el número que termina en ${address}.`,
    },
    stop: { email: "No recibir más correos", sms: "No recibir más mensajes de texto" },
    resume: { email: "Volver a recibir correos", sms: "Volver a recibir mensajes de texto" },
    open: "Elija qué mensajes recibe",
    back: "Volver a su entrega",
  },
  sample: {
    recipient: "Álex Moreno",
    sender: "La Huerta",
    order: "A-1042",
    when: "martes, 9 de junio, 10:30-12:00",
    window: "10:30-12:00",
    lateness: "Su entrega lleva retraso. Lo sentimos.",
    driver: "Ida",
    stops: "3",
    reason: "Nadie en casa",
    link: "https://track.example.com/track/Zk3vQ0m5T1y8cR7nX2bLwA",
  },
};
