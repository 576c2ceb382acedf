import { ReportInputSchema, ReportReceiptSchema } from '../model/report';
import { route } from './route';

export const reportRoutes = {
  create: route({
    method: 'POST',
    path: '/reports',
    summary: 'Report somebody, with a message of theirs as it is now; the same again within a day is one report',
    access: 'profile:write',
    body: ReportInputSchema,
    answers: { 201: ReportReceiptSchema },
  }),
};
