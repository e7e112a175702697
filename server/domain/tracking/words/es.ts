import type { TrackingWords } from "../tracking-words";

/** What a customer's page says, in Spanish. */
export const words: TrackingWords = {
  title: "Su entrega",
  looksAgain: "Esta página se actualiza sola cada minuto.",
  questions: "¿Preguntas?",
  states: {
    planned: "Su entrega está planificada",
    rescheduled: "Su entrega tiene un nuevo día",
    dispatched: "Su entrega está lista para salir",
    "on-the-way": "Su entrega va de camino",
    near: "El repartidor está cerca",
    next: "Usted es la próxima parada",
    arrived: "El repartidor está en su puerta",
    delivered: "Entregado",
    "partly-delivered": "Entregado en parte",
    failed: "No hemos podido entregar",
    cancelled: "Esta entrega se ha anulado",
    returned: "Su entrega vuelve al remitente",
  },
  late: "Su entrega lleva retraso. Lo sentimos.",
  atRisk: "Su entrega puede llegar más tarde de lo prometido.",
  between: (from, to) => `Entre las ${from} y las ${to}`,
  onDay: (day) => `El ${day}`,
  stopsBefore: (stops) =>
    stops === 0 ? "Usted es el siguiente" : stops === 1 ? "1 parada antes de usted" : `${stops} paradas antes de usted`,
  driver: (firstName) => `${firstName} lleva su entrega`,
  safePlaces: {
    porch: "Porche",
    garage: "Garaje",
    garden: "Jardín",
    mailbox: "Buzón",
    concierge: "Portería",
    neighbour: "Vecino",
    other: "Otro lugar",
  },
  refusals: {
    "switched-off": "Esto no se ofrece.",
    "not-yet": "Será posible cuando se haya hecho la entrega.",
    "too-late": "Ya es demasiado tarde para esto.",
    "limit-reached": "Esta entrega no se puede volver a mover.",
    "already-done": "Ya lo ha hecho. Gracias.",
    "nothing-there": "No hay nada que mostrar.",
  },
  unavailable: "Ahora mismo no podemos consultarlo. Esta página lo intenta de nuevo en un minuto.",
  notFound: "No encontramos esta entrega. Los enlaces caducan un tiempo después de la entrega.",
};
