/** Small books of our own, with the traps of real ones. */

/** Invoice Ninja: title lines, `$` with a space, two date formats, a repeated row, payments that disagree, an orphan refund, a repaired price. */
export const ninja = {
  'clients.csv': `"Invoice Ninja v4.5.17 - December 19, 2020 11:28 pm","","","","","",""
"","","","","","",""
"CLIENTS","","","","","",""
"Name","Balance","Paid to Date","Currency","First Name","Email","Phone"
"Kilimo Ltd","$0.00","$20.00","","Amina","amina@kilimo.example","1-995-790-2394 x58884"
"Nordlys AS","$100.00","$0.00","","Ole","ole@nordlys.example",""
"Kilimo Ltd","$0.00","$20.00","","Amina","amina@kilimo.example",""
`,
  'invoices.csv': `"Invoice Ninja v4.5.17 - December 19, 2020 11:28 pm",,,,,,,,,,
,,,,,,,,,,
INVOICES,,,,,,,,,,
Client,Email,Invoice Number,Amount,Paid,Status,Invoice Date,Due Date,Item Product,Item Cost,Item Quantity
Kilimo Ltd,amina@kilimo.example,1,$13.50,$5.01,Partial,2019-11-25,2019-10-20,Seeds,1.35,10
Kilimo Ltd,amina@kilimo.example,2,$26.67,$26.67,Paid,2020-02-19,2020-02-29,Tools,8.89,3
Kilimo Ltd,amina@kilimo.example,2,$26.67,$26.67,Paid,2020-02-19,2020-02-29,Tools,8.89,3
Nordlys AS,ole@nordlys.example,3,$100.00,$0.00,Sent,2020-03-01,2020-03-15,Lamps,50,2
Nordlys AS,ole@nordlys.example,4,$10.01,$0.00,Sent,2020-03-02,2020-03-16,Wire,10,1
Nordlys AS,ole@nordlys.example,5,$99.00,$0.00,Sent,2020-03-02,2020-03-16,Wire,10,1
Baraka Stores,info@baraka.example,6,$7.00,$0.00,Sent,2020-03-02,2020-03-16,Twine,7,1
Nordlys AS,ole@nordlys.example,7,twelve,$0.00,Sent,2020-03-02,2020-03-16,Wire,10,1
`,
  'payments.csv': `"Invoice Ninja v4.5.17 - December 19, 2020 11:28 pm",,,
,,,
Payments,,,
Client,Invoice Number,Amount,Date
Kilimo Ltd,1,$13.50 ,10/20/2019
Kilimo Ltd,2,$26.67 ,2/29/2020
Kilimo Ltd,2,$26.67 ,2/29/2020
Nordlys AS,3,$120.00 ,3/3/2020
Kilimo Ltd,801,($400.00),1/29/2020
Nordlys AS,900,$5.00 ,4/5/2020
`,
  'products.csv': `"Invoice Ninja v4.5.23","","",""
"","","",""
"PRODUCTS","","",""
"User","Product","Notes","Cost"
"A","Seeds","By the kilo","1.35"
"A","Lamps","","9.779999999999999"
`,
} as const

/** FreshBooks: two taxes, quantities with eight decimals, a client that is in no file. */
export const freshbooks = {
  'clients.csv': `Organization,First Name,Last Name,Email,Phone,Street,City,Province/State,Country,Postal Code,Notes
X-Men,Scott,Summer,ssummers@school.example,987654321,,,,United States,,
`,
  'invoices.csv': `Client Name,Invoice #,Date Issued,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Discount Percentage,Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,Currency
X-Men,0000001,2021-01-28,sent,,Repair,Paint,65.00,10.00000000,0.0000,650.00,GST,32.50,PST,45.50,728.00,USD
X-Men,0000001,2021-01-28,sent,,Delivery,Truck,150.00,2.00000000,50.0000,150.00,,0.00,,0.00,150.00,USD
Avengers,0000002,2021-01-28,paid,2021-02-01,Repair,Paint,65.00,1.00000000,0.0000,65.00,,0.00,,0.00,65.00,USD
Avengers,0000003,2021-01-28,draft,,Repair,Paint,65.00,1.00000000,0.0000,65.00,,0.00,,0.00,65.00,USD
`,
} as const
