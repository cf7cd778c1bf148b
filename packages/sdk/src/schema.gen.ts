// Made by scripts/generate-sdk.mjs from the contract; not edited by hand.
export interface paths {
    "/v1/me/password-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; ends the other sessions */
        post: operations["me.change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a new password would be accepted, and what is missing */
        post: operations["auth.check_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session for a program: a token to be sent as bearer for 12 hours
         * @description Send it as `Authorization: Bearer …`. It may do what the person may do, and ends like any session: by signing out with it, or by a new password.
         */
        post: operations["auth.create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and where they may go */
        get: operations["me.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name or language */
        patch: operations["me.update"];
        trace?: never;
    };
    "/v1/portal-sites/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public face of an organization’s portal */
        get: operations["portal_site.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation still needs its owner */
        get: operations["setup.get"];
        put?: never;
        /**
         * Create the platform admin and the first organization
         * @description Needs the one-time token that the server prints when it starts, unless the visit comes from the machine itself. Signs in.
         */
        post: operations["setup.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in to the portal with the link’s token, the code, or a password
         * @description Only this call spends a link; opening the page does not, so a mail scanner cannot use it up.
         */
        post: operations["portal_auth.sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the portal session at once */
        post: operations["portal_auth.sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password-reset-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link to set a new password */
        post: operations["auth.request_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/auth/sign-in-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a one-time link and code to a contact
         * @description The answer is the same whether or not the address is known.
         */
        post: operations["portal_auth.request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/verification-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the verification mail again */
        post: operations["auth.resend_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the token from the mail; ends all sessions and any lock */
        post: operations["auth.reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in to the workspace with email and password */
        post: operations["auth.sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session at once */
        post: operations["auth.sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account; the address is verified by mail
         * @description The answer is the same whether or not the address is known: its owner learns the difference by mail.
         */
        post: operations["auth.sign_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/email-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the address with the token from the mail; signs in */
        post: operations["auth.verify_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an organization; the caller becomes its owner */
        post: operations["organizations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization and what this member may do */
        get: operations["organizations.workspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the logo (PNG, JPEG, WebP or SVG, 2 MB); it is stored re-encoded as PNG */
        post: operations["organizations.upload_logo"];
        /** Remove the logo */
        delete: operations["organizations.remove_logo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings, brand and tax identity */
        patch: operations["organizations.update"];
        trace?: never;
    };
    "/v1/invitation-links/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the organization; a new person sets name and password, a known one must be signed in or give the password */
        post: operations["invitation_links.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations */
        get: operations["invitations.list"];
        put?: never;
        /** Invite a person by email; valid for 7 days */
        post: operations["invitations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The team */
        get: operations["members.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of permissions */
        get: operations["permissions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles and what each may do */
        get: operations["roles.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitation-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation offers */
        get: operations["invitation_links.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitation_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it again with a new link, valid for 7 days more */
        post: operations["invitations.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitation_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke an invitation */
        post: operations["invitations.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{membership_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a member’s role, title or reach */
        patch: operations["members.update"];
        trace?: never;
    };
    "/v1/clients/{client_id}/status-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate, suspend or deactivate a client */
        post: operations["clients.change_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients */
        get: operations["clients.list"];
        put?: never;
        /** Add a client */
        post: operations["clients.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people at a client */
        get: operations["contacts.list"];
        put?: never;
        /** Add a contact */
        post: operations["contacts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One client */
        get: operations["clients.get"];
        put?: never;
        post?: never;
        /** Delete a client that has no issued documents; it can be restored */
        delete: operations["clients.delete"];
        options?: never;
        head?: never;
        /** Change a client; metadata merges, null removes a key */
        patch: operations["clients.update"];
        trace?: never;
    };
    "/v1/clients/{client_id}/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a contact; their portal access ends at once */
        delete: operations["contacts.delete"];
        options?: never;
        head?: never;
        /** Change a contact */
        patch: operations["contacts.update"];
        trace?: never;
    };
    "/v1/client-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients that look like the one being typed */
        get: operations["clients.find_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a client, newest first */
        get: operations["clients.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The postings behind a balance, oldest first, with the running balance */
        get: operations["clients.ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a deletion */
        post: operations["clients.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch the portal on or off for a client */
        put: operations["clients.set_portal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/contacts/{contact_id}/portal-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Open or close the portal for a contact, and say what they may do there
         * @description Opening it enables the portal for the client and mails the contact how to get in. With `If-Match`, only from that version of the contact.
         */
        put: operations["contacts.set_portal_access"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a client into another one, with its whole history
         * @description The answer is the client that stays. The id and the refid of the one that goes lead to it from then on: reading, listing and searching by them answers with the survivor. Amounts do not change, and no document that was issued does.
         */
        post: operations["clients.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/merge-preview/{into_client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What merging a client into another one would do */
        get: operations["clients.preview_merge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The price list */
        get: operations["price_items.list"];
        put?: never;
        /** Add an item */
        post: operations["price_items.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receiving-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where money is received */
        get: operations["receiving_accounts.list"];
        put?: never;
        /** Add a receiving account */
        post: operations["receiving_accounts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tax rates, each a dated row */
        get: operations["tax_rates.list"];
        put?: never;
        /**
         * Add a rate, or a new percentage of a rate from a date on
         * @description A row of the same key that is open-ended ends on the day before.
         */
        post: operations["tax_rates.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-items/{price_item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item */
        get: operations["price_items.get"];
        put?: never;
        post?: never;
        /** Remove an item from the list */
        delete: operations["price_items.delete"];
        options?: never;
        head?: never;
        /** Change an item; no document changes with it */
        patch: operations["price_items.update"];
        trace?: never;
    };
    "/v1/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stored exchange rates, newest first */
        get: operations["exchange_rates.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange-rates/{currency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rate of a currency on a date: the latest stored on or before it */
        get: operations["exchange_rates.look_up"];
        /** Store the rate of a currency for a date: one unit of it in the base currency */
        put: operations["exchange_rates.set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receiving-accounts/{receiving_account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, retire or bring back a receiving account; its currency never changes */
        patch: operations["receiving_accounts.update"];
        trace?: never;
    };
    "/v1/tax-rates/{tax_rate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a rate or end it; its percentage never changes */
        patch: operations["tax_rates.update"];
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices */
        get: operations["invoices.list"];
        put?: never;
        /**
         * Write a draft
         * @description What is left out comes from the client’s billing profile and the organization’s settings. A line that leaves out `tax_rate_key` gets the default rate.
         */
        post: operations["invoices.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice with lines, taxes and settlements */
        get: operations["invoices.get"];
        put?: never;
        post?: never;
        /** Delete a draft */
        delete: operations["invoices.delete"];
        options?: never;
        head?: never;
        /** Change a draft; `lines` replaces all lines */
        patch: operations["invoices.update"];
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice as PDF: of an issued one always the same bytes, of a draft a watermarked preview */
        get: operations["invoices.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a new draft with the same lines at today’s tax rates */
        post: operations["invoices.duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices-outstanding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed, per currency */
        get: operations["invoices.outstanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finalize: number, ledger posting, frozen content */
        post: operations["invoices.issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an invoice, newest first */
        get: operations["invoices.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The private links of an invoice */
        get: operations["invoices.links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/links/{document_link_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke the link in circulation and make a new one */
        post: operations["invoices.rotate_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void an issued invoice that nothing was paid on; its number stays in the register */
        post: operations["invoices.void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/send-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom and with which words it would be sent */
        get: operations["invoices.send_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/scheduled-send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send an issued invoice later, at a day and a time of the organization’s zone; or change when */
        put: operations["invoices.schedule_send"];
        post?: never;
        /** Do not send it later after all */
        delete: operations["invoices.cancel_scheduled_send"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail an issued invoice with its PDF and private link */
        post: operations["invoices.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch the reminders of an overdue invoice on or off */
        put: operations["invoices.set_reminders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice_id}/credit-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle an invoice with the client’s credit */
        post: operations["payments.apply_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{receipt_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt as PDF, always the same bytes */
        get: operations["receipts.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment */
        get: operations["payments.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{receipt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receipt */
        get: operations["receipts.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, newest first */
        get: operations["payments.list"];
        put?: never;
        /**
         * Record money received: “mark as paid”, in full or in part, for one or several invoices
         * @description What is not allocated becomes the client’s credit.
         */
        post: operations["payments.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts, newest first */
        get: operations["receipts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-proofs/{payment_proof_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a proof in full or in part: records the payment and issues the receipt
         * @description The amount goes to the proof’s invoice first; what is over becomes credit.
         */
        post: operations["payment_proofs.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-proofs/{payment_proof_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proof */
        get: operations["payment_proofs.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payment proofs; those waiting oldest first */
        get: operations["payment_proofs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payment references, newest first */
        get: operations["payment_references.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-references/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a payment reference is for; forgives case, spaces, O/0 and I/1 */
        get: operations["payment_references.look_up"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-proofs/{payment_proof_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a proof with a reason; the client is told */
        post: operations["payment_proofs.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a file: CSV with any delimiter, encoding and order of columns; what it holds is recognised by its header */
        post: operations["imports.add_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/analyse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dry run: read the files and make the control sheet; goes on in the background
         * @description Ask for the batch until its state is `ready`. Also after a commit, to run corrected rows alone, and after an undo, to bring the same files in again.
         */
        post: operations["imports.analyse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in what the sheet shows; goes on in the background, sends nothing to anybody */
        post: operations["imports.commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/rows/{import_row_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct values of a row, or leave it out; the sheet is made again */
        patch: operations["imports.correct_row"];
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches, newest first */
        get: operations["imports.list"];
        put?: never;
        /** Start a batch; files are added to it, nothing is written before its commit */
        post: operations["imports.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a saved mapping */
        delete: operations["imports.delete_mapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch: progress, files, questions, control sheet */
        get: operations["imports.get"];
        put?: never;
        post?: never;
        /** Throw a batch away that brought nothing in */
        delete: operations["imports.discard"];
        options?: never;
        head?: never;
        /** Choose rules and the currency of amounts that name none; the sheet is made again */
        patch: operations["imports.update"];
        trace?: never;
    };
    "/v1/imports/{import_id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rejected rows as CSV, as they stood in the file, with line and reason */
        get: operations["imports.download_rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a column can be mapped to, per kind of record */
        get: operations["imports.fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The control sheet per client: count, invoiced, paid, open; source against Portico */
        get: operations["imports.list_clients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the batch brought in, record by record, with what became of each in an undo */
        get: operations["imports.list_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of the files with what becomes of them and why, in the order of the files */
        get: operations["imports.list_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved mappings of columns */
        get: operations["imports.list_mappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/undo-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What withdrawing the batch would take away, and what would stay and why; changes nothing */
        get: operations["imports.preview_undo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/files/{import_file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file out again */
        delete: operations["imports.remove_file"];
        options?: never;
        head?: never;
        /** Say what a file holds, which column says what, how its dates and decimals are written */
        patch: operations["imports.update_file"];
        trace?: never;
    };
    "/v1/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the batch: postings are reversed, records taken away, apart from those that were touched since */
        post: operations["imports.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/wake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let invoices of the batch take part in reminders and automations from now on; until then nothing of them is sent by itself */
        post: operations["imports.wake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emails/{email_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail as the recipient sees it */
        get: operations["emails.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail of this organization, newest first */
        get: operations["emails.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system-emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail of the installation itself (verification, reset, portal sign-in) */
        get: operations["system_emails.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed, as it happens
         * @description Says what changed, never how: of each change the kind, the id and a version; read the record itself where you need it. Changes of the last minute before `since` come again, so leave out versions that you have seen.
         *
         *     With `Accept: text/event-stream` it is a stream of server-sent events: `ready` (`{"since"}`) first, then `changes` (an array of changes, with the next `since` as the event's id) as they happen, `missed` where some may have been lost and everything is to be read again, and `again` before the stream ends to be opened anew. It ends within seconds of the session's end. Programs that cannot hold a stream ask every 30 seconds instead.
         */
        get: operations["changes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed for a client, as it happens
         * @description Says what changed, never how: of each change the kind, the id and a version; read the record itself where you need it. Changes of the last minute before `since` come again, so leave out versions that you have seen.
         *
         *     With `Accept: text/event-stream` it is a stream of server-sent events: `ready` (`{"since"}`) first, then `changes` (an array of changes, with the next `since` as the event's id) as they happen, `missed` where some may have been lost and everything is to be read again, and `again` before the stream ends to be opened anew. It ends within seconds of the session's end. Programs that cannot hold a stream ask every 30 seconds instead.
         */
        get: operations["portal_changes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/by-external-id/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change the client that has this external id
         * @description Answers 201 where the record was made and 200 where it was there. What the body leaves out stays as it is. With `If-Match` a lost race is a 412; two requests with the same new id wait for one another, and the second one changes what the first one made. `primary_contact` counts only where the client is made.
         */
        put: operations["clients.put_by_external_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/contacts/by-external-id/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change the contact that has this external id
         * @description Answers 201 where the record was made and 200 where it was there. What the body leaves out stays as it is. With `If-Match` a lost race is a 412; two requests with the same new id wait for one another, and the second one changes what the first one made.
         */
        put: operations["contacts.put_by_external_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/by-external-id/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write or change the draft that has this external id
         * @description Answers 201 where the record was made and 200 where it was there. What the body leaves out stays as it is. With `If-Match` a lost race is a 412; two requests with the same new id wait for one another, and the second one changes what the first one made. An invoice that is issued is not changed any more: 409.
         */
        put: operations["invoices.put_by_external_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-items/by-external-id/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change the price item that has this external id
         * @description Answers 201 where the record was made and 200 where it was there. What the body leaves out stays as it is. With `If-Match` a lost race is a 412; two requests with the same new id wait for one another, and the second one changes what the first one made.
         */
        put: operations["price_items.put_by_external_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search everything at once
         * @description Results are grouped by kind, the likeliest group first, and hold only what the caller may see. Words may be in any order and misspelt; case, accents and spaces do not matter. Amounts are found as typed (`1,200.00`, `TZS 450000`), payment references by a part of them, with O for 0 and I for 1 forgiven.
         */
        get: operations["search.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/unread-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notifications are unread */
        get: operations["notifications.count_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/notifications/unread-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notifications are unread */
        get: operations["portal_notifications.count_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member is notified of, and how */
        get: operations["notifications.get_preferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what the member is notified of, for several types at once */
        patch: operations["notifications.update_preferences"];
        trace?: never;
    };
    "/v1/portal/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the contact is notified of, and how */
        get: operations["portal_notifications.get_preferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what the contact is notified of, for several types at once */
        patch: operations["portal_notifications.update_preferences"];
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member’s own notifications, newest first */
        get: operations["notifications.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contact’s own notifications, newest first */
        get: operations["portal_notifications.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all notifications as read */
        post: operations["notifications.read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all notifications as read */
        post: operations["portal_notifications.read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a notification as read */
        post: operations["notifications.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a notification as read */
        post: operations["portal_notifications.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End notifications by mail, as the mail’s own link does (RFC 8058) */
        post: operations["notifications.unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/statement/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as PDF */
        get: operations["portal_statement.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/statement/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement as PDF */
        get: operations["statements.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/statement/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement as CSV, whole however long it is */
        get: operations["statements.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The client’s own statement of account */
        get: operations["portal_statement.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of account of a client, as of any day, read from the ledger */
        get: operations["statements.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{client_id}/statement/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail the statement with its PDF */
        post: operations["statements.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/invoices/{invoice_id}/credit-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay with the client’s credit */
        post: operations["portal_invoices.apply_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/invoices/{invoice_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice as PDF */
        get: operations["portal_invoices.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/receipts/{receipt_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt as PDF */
        get: operations["portal_receipts.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed, what waits, what was paid */
        get: operations["portal.home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/invoices/{invoice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice with how to pay it */
        get: operations["portal_invoices.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in to the portal, and for which clients
         * @description Needs neither organization nor client.
         */
        get: operations["portal.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own details and the company’s */
        get: operations["portal_profile.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The client’s invoices */
        get: operations["portal_invoices.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payment history */
        get: operations["portal_payments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My receipts */
        get: operations["portal_receipts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/payment-references/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice behind a payment reference, among the client’s own */
        get: operations["portal.look_up_reference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/profile/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set or change the portal password; ends the other sessions */
        post: operations["portal_profile.set_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/invoices/{invoice_id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say “I have paid”, with an image, a PDF or the pasted message */
        post: operations["portal_invoices.submit_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/profile/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the company’s details; issued documents keep theirs */
        patch: operations["portal_profile.update_company"];
        trace?: never;
    };
    "/v1/portal/profile/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one’s own name, phone, title or language */
        patch: operations["portal_profile.update_contact"];
        trace?: never;
    };
    "/v1/files/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file by its signed, expiring link */
        get: operations["files.download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice-links/{token}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice as PDF */
        get: operations["invoice_links.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice-links/{token}/receipts/{receipt_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt of this invoice as PDF */
        get: operations["invoice_links.receipt_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice behind a private link */
        get: operations["invoice_links.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice-links/{token}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person looked at it: the page says so, so that mail scanners and previews do not count */
        post: operations["invoice_links.note_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice-links/{token}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say “I have paid”, with an image, a PDF or the pasted message */
        post: operations["invoice_links.submit_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first steps of this member in this organization, and how far they are */
        get: operations["onboarding.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Skip a step, take it up again, say that it was seen, or put the list away */
        patch: operations["onboarding.update"];
        trace?: never;
    };
    "/v1/platform/people/{user_id}/sign-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sessions of an account, in the workspace and in portals */
        post: operations["platform.end_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the installation is: database, disk, queue, mail, versions */
        get: operations["platform.health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The site, who operates it, and its legal texts */
        get: operations["platform.get_installation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the site, who operates it, and its legal texts */
        patch: operations["platform.update_installation"];
        trace?: never;
    };
    "/v1/platform/contact-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What visitors wrote in the contact form, newest first */
        get: operations["platform.list_contact_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Background jobs that wait, run or failed, newest first */
        get: operations["platform.list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of the installation, newest first */
        get: operations["platform.list_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/deeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What platform admins did, newest first; it cannot be changed */
        get: operations["platform.list_deeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations of the installation, newest first */
        get: operations["platform.list_organizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add two organizations with a year of lifelike work; the caller becomes a member of both
         * @description Answers at once; the installation’s `demo` says how far it is. Sends no mail to anybody.
         */
        post: operations["platform.load_demo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/people/{user_id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock an account and end its sessions */
        post: operations["platform.lock_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/organizations/{organization_id}/reactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a suspended organization again */
        post: operations["platform.reactivate_organization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a job that nobody needs any more */
        delete: operations["platform.remove_job"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a job again now, with all its attempts */
        post: operations["platform.retry_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/organizations/{organization_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an organization for its members, its clients and its links
         * @description At once and on every session. Nothing is deleted; members see that it is suspended, and why. Written into the organization’s own log.
         */
        post: operations["platform.suspend_organization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/people/{user_id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock an account, and forget its failed attempts */
        post: operations["platform.unlock_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/contact-messages/{contact_message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say that a message is done with, or spam */
        patch: operations["platform.update_contact_message"];
        trace?: never;
    };
    "/v1/contact-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the people who run this installation
         * @description Both sides get a mail. What looks like a machine’s work is answered alike and put aside: the hidden field `website` was filled in, or the form came back sooner than a person types.
         */
        post: operations["contact.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The activity as CSV: exactly what the same filters list */
        get: operations["activity.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log as CSV: exactly what the same filters list
         * @description Cells that a spreadsheet would run as a formula begin with an apostrophe. The newest entry comes first.
         */
        get: operations["audit_entries.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-entries/{audit_entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One audit entry */
        get: operations["audit_entries.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last seal of the chain, to be kept elsewhere as an anchor */
        get: operations["audit_entries.head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the accounts of the installation, newest first */
        get: operations["account_events.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first: of all that the caller may see */
        get: operations["activity.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, newest first
         * @description Days of `from` and `to` are those of the organization’s time zone, both included.
         */
        get: operations["audit_entries.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the audit log can be filtered by: actions and kinds that occur, and the team */
        get: operations["audit_entries.filters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one record, newest first
         * @description The kind follows from the id: `pay_…` is a payment; `kind` chooses where an id names several, as an organization its exchange rates. Needs the permission to see such a record.
         */
        get: operations["activity.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests to the API of the last 30 days, newest first; no bodies, no secrets */
        get: operations["requests.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @example /problems/duplicate-email */
            type: string;
            title: string;
            status: number;
            detail: string;
            instance?: string;
            /** @enum {string} */
            code: "validation_failed" | "malformed_request" | "unknown_parameter" | "not_signed_in" | "wrong_credentials" | "account_locked" | "email_not_verified" | "token_invalid" | "code_invalid" | "permission_denied" | "client_suspended" | "csrf_refused" | "not_found" | "operation_not_found" | "version_mismatch" | "version_required" | "idempotency_key_required" | "idempotency_key_invalid" | "idempotency_key_reused" | "idempotency_in_flight" | "rate_limited" | "payload_too_large" | "file_too_large" | "file_type_not_allowed" | "file_empty" | "set_up_done" | "registration_closed" | "slug_taken" | "password_too_weak" | "last_owner" | "already_member" | "invitation_for_another" | "duplicate_email" | "invalid_reseller" | "status_transition_denied" | "client_has_documents" | "contact_needs_email" | "external_id_taken" | "duplicate_code" | "rate_period_taken" | "exchange_rate_missing" | "invoice_not_draft" | "invoice_not_open" | "invoice_has_payments" | "invoice_incomplete" | "purchase_order_required" | "no_recipient" | "currency_mismatch" | "amount_too_large" | "insufficient_credit" | "allocation_exceeds_payment" | "receiving_account_in_use" | "proof_decided" | "proof_pending" | "not_yourself" | "job_is_running" | "demo_is_here" | "import_not_ready" | "duplicate_file" | "unreadable_file" | "plan_limit_reached" | "not_configured" | "busy" | "internal_error";
            request_id: string;
            errors?: components["schemas"]["FieldProblem"][];
            /** @description Seconds */
            retry_after?: number;
            current_version?: number;
        };
        FieldProblem: {
            /**
             * @description JSON Pointer into the request body
             * @example /lines/0/unit_price
             */
            pointer: string;
            code: string;
            detail: string;
        };
        Done: {
            /** @constant */
            done: true;
        };
        Me: {
            /** @example usr_01je60myryfgysygjtddy8v7gf */
            id: string;
            name: string;
            email: string;
            /**
             * @description Language and number format
             * @enum {string}
             */
            locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
            is_platform_admin: boolean;
            email_verified: boolean;
            /** @description The sign-in before this one */
            last_login_at: string | null;
            organizations: components["schemas"]["OrganizationEntry"][];
        };
        OrganizationEntry: {
            /** @example org_01je60myryfgysygjtddy8v7gf */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            role: {
                key: string;
                name: string;
            };
            logo_url: string | null;
            brand_color: string;
            /**
             * @description A suspended one cannot be entered; whoever runs the installation knows why
             * @enum {string}
             */
            status: "active" | "suspended";
            status_reason: string | null;
        };
        PortalSite: {
            organization: {
                /** @example org_01je60myryfgysygjtddy8v7gf */
                id: string;
                slug: string;
                name: string;
                logo_url: string | null;
                brand_color: string;
                /**
                 * @description Language and number format
                 * @enum {string}
                 */
                locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
            };
            is_mail_configured: boolean;
        };
        SetUpState: {
            needs_set_up: boolean;
            /** @enum {string} */
            registration: "open" | "invite";
            is_mail_configured: boolean;
            /** @description Whether the public address is HTTPS */
            is_secure: boolean;
        };
        PortalMe: {
            /** @example usr_01je60myryfgysygjtddy8v7gf */
            user_id: string;
            name: string;
            email: string;
            /**
             * @description Language and number format
             * @enum {string}
             */
            locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
            has_password: boolean;
            last_login_at: string | null;
            /** @description Every client this person may act for, in every organization */
            places: components["schemas"]["PortalPlace"][];
        };
        PortalPlace: {
            organization: {
                /** @example org_01je60myryfgysygjtddy8v7gf */
                id: string;
                slug: string;
                name: string;
                logo_url: string | null;
                brand_color: string;
            };
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
                /** @enum {string} */
                status: "pending" | "active" | "suspended";
            };
            /** @example con_01je60myryfgysygjtddy8v7gf */
            contact_id: string;
            rights: string[];
        };
        Workspace: {
            organization: components["schemas"]["Organization"];
            membership: {
                /** @example mem_01je60myryfgysygjtddy8v7gf */
                id: string;
                role: {
                    key: string;
                    name: string;
                };
                is_limited_to_assigned_clients: boolean;
            };
            permissions: ("organizations.settings.read" | "organizations.settings.edit" | "organizations.billing.manage" | "organizations.organization.delete" | "members.member.read" | "members.member.manage" | "members.invitation.manage" | "members.role.read" | "clients.client.read" | "clients.client.create" | "clients.client.edit" | "clients.client.delete" | "clients.status.change" | "clients.contact.manage" | "clients.portal.manage" | "clients.balance.read" | "prices.item.read" | "prices.item.manage" | "taxes.rate.read" | "taxes.rate.manage" | "currencies.rate.read" | "currencies.rate.manage" | "accounts.account.read" | "accounts.account.manage" | "invoices.invoice.read" | "invoices.invoice.create" | "invoices.invoice.issue" | "invoices.invoice.send" | "invoices.invoice.void" | "payments.payment.read" | "payments.payment.record" | "payments.proof.review" | "payments.credit.apply" | "receipts.receipt.read" | "ledger.posting.read" | "imports.batch.read" | "imports.batch.manage" | "emails.email.read" | "audit.entry.read")[];
            /** @description The date in the organization’s time zone */
            today: string;
        };
        Organization: {
            /** @example org_01je60myryfgysygjtddy8v7gf */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            plan: {
                key: string;
                name: string;
            };
            /** @enum {string} */
            billing_status: "trial" | "active" | "past_due" | "cancelled";
            legal_name: string | null;
            email: string | null;
            phone: string | null;
            website: string | null;
            address: components["schemas"]["Address"];
            country: string | null;
            registration_number: string | null;
            tin: string | null;
            vrn: string | null;
            logo_url: string | null;
            brand_color: string;
            timezone: string;
            /** @example USD */
            base_currency: string;
            /**
             * @description Language and number format
             * @enum {string}
             */
            locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
            /** @enum {string} */
            paper: "A4" | "Letter";
            prices_include_tax: boolean;
            /** @enum {string} */
            tax_rounding: "document" | "line";
            default_tax_rate_key: string | null;
            invoice_number_pattern: string;
            receipt_number_pattern: string;
            payment_terms_days: number;
            invoice_note: string | null;
            invoice_terms: string | null;
            reference_label: string;
            refid_prefix: string;
            /** @enum {string} */
            default_client_status: "pending" | "active";
            proof_review_hours: number;
            /** @description Days after the due date */
            reminder_days: number[];
            version: number;
        };
        Address: {
            line1?: string;
            line2?: string;
            city?: string;
            region?: string;
            postal_code?: string;
        };
        Invitation: {
            /** @example ivt_01je60myryfgysygjtddy8v7gf */
            id: string;
            email: string;
            role: {
                /** @example rol_01je60myryfgysygjtddy8v7gf */
                id: string;
                key: string;
                name: string;
            };
            /** @enum {string} */
            status: "pending" | "accepted" | "revoked" | "expired";
            invited_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
        };
        Member: {
            /** @example mem_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @example usr_01je60myryfgysygjtddy8v7gf */
            user_id: string;
            name: string;
            email: string;
            title: string | null;
            role: {
                /** @example rol_01je60myryfgysygjtddy8v7gf */
                id: string;
                key: string;
                name: string;
            };
            /** @enum {string} */
            status: "active" | "suspended" | "removed";
            is_limited_to_assigned_clients: boolean;
            last_login_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            version: number;
        };
        Role: {
            /** @example rol_01je60myryfgysygjtddy8v7gf */
            id: string;
            key: string;
            name: string;
            /** @enum {string} */
            kind: "system" | "preset" | "custom";
            permissions: ("organizations.settings.read" | "organizations.settings.edit" | "organizations.billing.manage" | "organizations.organization.delete" | "members.member.read" | "members.member.manage" | "members.invitation.manage" | "members.role.read" | "clients.client.read" | "clients.client.create" | "clients.client.edit" | "clients.client.delete" | "clients.status.change" | "clients.contact.manage" | "clients.portal.manage" | "clients.balance.read" | "prices.item.read" | "prices.item.manage" | "taxes.rate.read" | "taxes.rate.manage" | "currencies.rate.read" | "currencies.rate.manage" | "accounts.account.read" | "accounts.account.manage" | "invoices.invoice.read" | "invoices.invoice.create" | "invoices.invoice.issue" | "invoices.invoice.send" | "invoices.invoice.void" | "payments.payment.read" | "payments.payment.record" | "payments.proof.review" | "payments.credit.apply" | "receipts.receipt.read" | "ledger.posting.read" | "imports.batch.read" | "imports.batch.manage" | "emails.email.read" | "audit.entry.read")[];
            members: number;
        };
        OpenInvitation: {
            organization_name: string;
            logo_url: string | null;
            brand_color: string;
            email: string;
            role_name: string;
            has_account: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
        };
        Client: {
            /** @example cli_01je60myryfgysygjtddy8v7gf */
            id: string;
            refid: string;
            /** @description The id of the record in another system; see the PUT by external id */
            external_id: string | null;
            /** @enum {string} */
            kind: "company" | "person";
            name: string;
            legal_name: string | null;
            email: string | null;
            phone: string | null;
            website: string | null;
            /** @enum {string} */
            status: "pending" | "active" | "suspended" | "inactive";
            owner_id: string | null;
            address: components["schemas"]["Address"];
            country: string | null;
            tax_number: string | null;
            registration_number: string | null;
            /** @description Documents are written in this currency; the organization’s base currency where null */
            currency: string | null;
            locale: ("en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb") | null;
            payment_terms_days: number | null;
            /** @enum {string} */
            payment_terms_kind: "net" | "end_of_month";
            requires_purchase_order: boolean;
            is_portal_enabled: boolean;
            metadata: components["schemas"]["Metadata"];
            assigned_members: {
                /** @example mem_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
            }[];
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            updated_at: string;
            version: number;
            abilities: {
                edit: boolean;
                delete: boolean;
                manage_contacts: boolean;
                manage_portal: boolean;
                create_invoice: boolean;
                transitions: ("pending" | "active" | "suspended" | "inactive")[];
            };
            /** @description Only for those who may see balances */
            balances?: components["schemas"]["ClientBalance"][];
        };
        /**
         * @example {
         *       "segment": "Enterprise"
         *     }
         */
        Metadata: {
            [key: string]: string;
        };
        ClientBalance: {
            /** @example USD */
            currency: string;
            open: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            oldest_due_date: string | null;
            open_invoices: number;
        };
        /**
         * @example {
         *       "amount": 125000,
         *       "currency": "USD"
         *     }
         */
        Money: {
            amount: number;
            /** @example USD */
            currency: string;
        };
        Contact: {
            /** @example con_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @example cli_01je60myryfgysygjtddy8v7gf */
            client_id: string;
            /** @description The id of the record in another system; see the PUT by external id */
            external_id: string | null;
            name: string;
            email: string | null;
            phone: string | null;
            job_title: string | null;
            is_primary: boolean;
            /** @enum {string} */
            document_delivery: "none" | "to" | "cc";
            portal_access: boolean;
            /** @enum {string} */
            rights_preset: "viewer" | "owner" | "payer" | "approver" | "technical" | "custom";
            rights: ("invoices.read" | "invoices.pay" | "company.edit" | "contacts.manage" | "tickets.open" | "tickets.all" | "projects.read" | "documents.read" | "documents.approve" | "meetings.book" | "domains.read" | "gateway.console" | "gateway.refund" | "gateway.keys")[];
            last_portal_visit_at: string | null;
            has_other_clients: boolean;
            version: number;
        };
        ClientSummary: {
            /** @example cli_01je60myryfgysygjtddy8v7gf */
            id: string;
            refid: string;
            /** @enum {string} */
            kind: "company" | "person";
            name: string;
            email: string | null;
            phone: string | null;
            country: string | null;
            /** @enum {string} */
            status: "pending" | "active" | "suspended" | "inactive";
            segment: string | null;
            is_portal_enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /** @description Only for those who may see balances */
            balances?: {
                /** @example USD */
                currency: string;
                open: components["schemas"]["Money"];
            }[];
        };
        HistoryEntry: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            actor: components["schemas"]["Actor"];
            /** @example clients.status_changed */
            action: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
        };
        Actor: {
            /** @enum {string} */
            kind: "member" | "contact" | "link" | "system" | "platform";
            name: string | null;
        };
        LedgerRow: {
            /** @example jen_01je60myryfgysygjtddy8v7gf */
            entry_id: string;
            /** @enum {string} */
            kind: "invoice_issued" | "invoice_voided" | "payment_received" | "credit_applied";
            /**
             * Format: date
             * @example 2026-03-31
             */
            occurred_on: string;
            document: {
                /** @enum {string} */
                kind: "invoice" | "payment" | "receipt";
                id: string;
                number: string | null;
            } | null;
            change: components["schemas"]["Money"];
            balance: components["schemas"]["Money"];
            postings: {
                debit: string;
                credit: string;
                amount: components["schemas"]["Money"];
                base_amount: components["schemas"]["Money"];
            }[];
        };
        MergePreview: {
            survivor: components["schemas"]["ClientSummary"];
            survivor_version: number;
            merged: components["schemas"]["ClientSummary"];
            merged_version: number;
            /** @description Where the two differ, and whose value stays unless it is chosen otherwise */
            fields: {
                /** @enum {string} */
                field: "name" | "kind" | "legal_name" | "email" | "phone" | "website" | "address" | "country" | "tax_number" | "registration_number" | "owner_id" | "currency" | "locale" | "payment_terms_days" | "payment_terms_kind" | "requires_purchase_order";
                survivor: unknown;
                merged: unknown;
                /** @enum {string} */
                keeps: "survivor" | "merged";
            }[];
            moves: {
                contacts: number;
                contacts_at_both: number;
                drafts: number;
                invoices: number;
                payments: number;
                receipts: number;
                payment_references: number;
                payment_proofs: number;
            };
            balances: {
                /** @example USD */
                currency: string;
                open: {
                    survivor: components["schemas"]["Money"];
                    merged: components["schemas"]["Money"];
                    after: components["schemas"]["Money"];
                };
                credit: {
                    survivor: components["schemas"]["Money"];
                    merged: components["schemas"]["Money"];
                    after: components["schemas"]["Money"];
                };
            }[];
        };
        PriceItem: {
            /** @example itm_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @description The id of the record in another system; see the PUT by external id */
            external_id: string | null;
            code: string;
            name: string;
            description: string | null;
            unit: string | null;
            tax_rate_key: string | null;
            prices: {
                /** @example USD */
                currency: string;
                price: string;
            }[];
            is_active: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            updated_at: string;
            version: number;
        };
        ReceivingAccount: {
            /** @example acc_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @enum {string} */
            kind: "bank" | "mobile_money" | "cash" | "other";
            name: string;
            /** @example USD */
            currency: string;
            details: {
                label: string;
                value: string;
            }[];
            steps: string[];
            qr_payload: string | null;
            is_active: boolean;
            is_shown_to_clients: boolean;
            position: number;
            version: number;
        };
        TaxRate: {
            /** @example tax_01je60myryfgysygjtddy8v7gf */
            id: string;
            key: string;
            name: string;
            /** @enum {string} */
            category: "standard" | "zero" | "exempt" | "reverse" | "out_of_scope";
            percent: string;
            exemption_reason: string | null;
            valid_from: string;
            valid_to: string | null;
            is_current: boolean;
            version: number;
        };
        ExchangeRate: {
            /** @example USD */
            currency: string;
            /** @example USD */
            base_currency: string;
            rate_date: string;
            rate: string;
            source: string;
        };
        Invoice: {
            /** @example inv_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @description The id of the record in another system; see the PUT by external id */
            external_id: string | null;
            number: string | null;
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
            };
            /** @enum {string} */
            badge: "void" | "paid" | "written_off" | "overdue" | "partial" | "viewed" | "sent" | "final" | "draft";
            /** @enum {string} */
            document_state: "draft" | "final" | "void";
            /** @enum {string} */
            settlement_state: "open" | "partial" | "paid" | "written_off";
            /** @enum {string} */
            delivery_state: "not_sent" | "sent" | "viewed";
            is_overdue: boolean;
            /** @example USD */
            currency: string;
            issue_date: string | null;
            due_date: string | null;
            purchase_order: string | null;
            seller?: components["schemas"]["PrintedSeller"];
            buyer?: components["schemas"]["PrintedBuyer"];
            /**
             * @description Language and number format
             * @enum {string}
             */
            locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
            note: string | null;
            terms: string | null;
            prices_include_tax: boolean;
            /** @enum {string} */
            tax_rounding: "document" | "line";
            lines: components["schemas"]["InvoiceLine"][];
            taxes: components["schemas"]["InvoiceTax"][];
            totals: {
                net: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
                gross: components["schemas"]["Money"];
                settled: components["schemas"]["Money"];
                due: components["schemas"]["Money"];
            };
            /** @description Frozen at issue; for a draft what it would be today, null where no rate is stored */
            base: {
                /** @example USD */
                currency: string;
                rate: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                rate_date: string;
                source: string;
                gross: components["schemas"]["Money"];
            } | null;
            receiving_account_ids: string[];
            payment_reference: {
                label: string;
                value: string;
                /** @enum {string} */
                state: "pending" | "submitted" | "approved" | "rejected";
            } | null;
            settlements: components["schemas"]["Settlement"][];
            proofs_waiting: number;
            /** @description Credit the client could settle this with; only for those who may see balances */
            client_credit: components["schemas"]["Money"] | null;
            content_hash: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            issued_at: string | null;
            sent_at: string | null;
            viewed_at: string | null;
            paid_at: string | null;
            voided_at: string | null;
            void_reason: string | null;
            /** @description Its mails, the newest first, and what became of each; at most 20 */
            mails: {
                /** @enum {string} */
                kind: "invoice" | "reminder";
                to: string;
                /**
                 * @description sent: a mail server took it, which is all that can be known; kept: no mail server is set up
                 * @enum {string}
                 */
                status: "queued" | "sent" | "kept" | "failed";
                error: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                created_at: string;
                sent_at: string | null;
            }[];
            scheduled_send: components["schemas"]["ScheduledSend"] | null;
            reminders: {
                is_on: boolean;
                sent: {
                    days: number;
                    /**
                     * Format: date-time
                     * @example 2026-03-31T09:30:00.000Z
                     */
                    at: string;
                }[];
                /** @description When the next one goes out if it is still open then */
                next_on: string | null;
            };
            /** @description What stands in the way of issuing (errors) or deserves a look (warnings) */
            preflight: components["schemas"]["PreflightItem"][];
            abilities: {
                edit: boolean;
                issue: boolean;
                send: boolean;
                void: boolean;
                duplicate: boolean;
                delete: boolean;
                record_payment: boolean;
                apply_credit: boolean;
            };
            version: number;
        };
        PrintedSeller: {
            name: string;
            legal_name: string | null;
            address_lines: string[];
            tin: string | null;
            vrn: string | null;
            email: string | null;
            phone: string | null;
            website: string | null;
        };
        PrintedBuyer: {
            name: string;
            address_lines: string[];
            tax_number: string | null;
            refid: string;
        };
        InvoiceLine: {
            position: number;
            price_item_id: string | null;
            description: string;
            details: string | null;
            /** @example 1.5 */
            quantity: string;
            unit: string | null;
            /** @example 1.5 */
            unit_price: string;
            discount_percent: string | null;
            tax_rate_key: string | null;
            tax_name: string | null;
            tax_percent: string | null;
            net: components["schemas"]["Money"];
        };
        InvoiceTax: {
            name: string;
            /** @enum {string} */
            category: "standard" | "zero" | "exempt" | "reverse" | "out_of_scope";
            percent: string;
            exemption_reason: string | null;
            taxable: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
        };
        Settlement: {
            /** @example alo_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @enum {string} */
            kind: "payment" | "credit";
            amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            on: string;
            method: string | null;
            payment_id: string | null;
            receipt: {
                /** @example rcp_01je60myryfgysygjtddy8v7gf */
                id: string;
                number: string;
            } | null;
        };
        ScheduledSend: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            send_on: string;
            /** @example 09:00 */
            send_time: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            send_at: string;
            timezone: string;
            to: string[] | null;
            cc: string[] | null;
            message: string | null;
            /** @enum {string} */
            state: "waiting" | "failed";
            reason: string | null;
            /** @description Who planned it, by name */
            scheduled_by: string | null;
        };
        PreflightItem: {
            code: string;
            /** @enum {string} */
            severity: "error" | "warning";
            pointer: string;
            detail: string;
        };
        DraftLine: {
            price_item_id?: string | null;
            description: string;
            details?: string | null;
            /** @example 1.5 */
            quantity: string;
            unit?: string | null;
            /** @example 1.5 */
            unit_price: string;
            discount_percent?: string | null;
            /** @description null: no tax on this line */
            tax_rate_key?: string | null;
        };
        InvoiceLink: {
            /** @example lnk_01je60myryfgysygjtddy8v7gf */
            id: string;
            name: string;
            url: string;
            is_revoked: boolean;
            first_viewed_at: string | null;
            last_viewed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        InvoiceSummary: {
            /** @example inv_01je60myryfgysygjtddy8v7gf */
            id: string;
            number: string | null;
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
            };
            /** @enum {string} */
            badge: "void" | "paid" | "written_off" | "overdue" | "partial" | "viewed" | "sent" | "final" | "draft";
            /** @enum {string} */
            document_state: "draft" | "final" | "void";
            /** @enum {string} */
            settlement_state: "open" | "partial" | "paid" | "written_off";
            /** @enum {string} */
            delivery_state: "not_sent" | "sent" | "viewed";
            is_overdue: boolean;
            issue_date: string | null;
            due_date: string | null;
            purchase_order: string | null;
            total: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        Payment: {
            /** @example pay_01je60myryfgysygjtddy8v7gf */
            id: string;
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
            };
            amount: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            received_on: string;
            receiving_account: {
                /** @example acc_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
                /** @enum {string} */
                kind: "bank" | "mobile_money" | "cash" | "other";
            };
            payer: string | null;
            external_reference: string | null;
            note: string | null;
            proof_id: string | null;
            allocations: {
                invoice: {
                    /** @example inv_01je60myryfgysygjtddy8v7gf */
                    id: string;
                    number: string;
                };
                amount: components["schemas"]["Money"];
            }[];
            receipt: {
                /** @example rcp_01je60myryfgysygjtddy8v7gf */
                id: string;
                number: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        ReceiptSummary: {
            /** @example rcp_01je60myryfgysygjtddy8v7gf */
            id: string;
            number: string;
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
            };
            amount: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            receipt_date: string;
            invoices: {
                /** @example inv_01je60myryfgysygjtddy8v7gf */
                id: string;
                number: string;
                amount: components["schemas"]["Money"];
            }[];
            payment_id: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        PaymentProof: {
            /** @example prf_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @enum {string} */
            state: "submitted" | "approved" | "rejected";
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
            };
            invoice: {
                /** @example inv_01je60myryfgysygjtddy8v7gf */
                id: string;
                number: string;
                /**
                 * @description What the client reads: mails about the proof are written in it
                 * @enum {string}
                 */
                locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                total: components["schemas"]["Money"];
                due: components["schemas"]["Money"];
                /** @enum {string} */
                badge: "void" | "paid" | "written_off" | "overdue" | "partial" | "viewed" | "sent" | "final" | "draft";
            };
            payment_reference: {
                label: string;
                value: string;
            };
            file: {
                name: string;
                media_type: string;
                size: number;
                /** @description Signed, expires in 15 minutes */
                url: string;
            } | null;
            pasted_text: string | null;
            claimed: {
                amount: components["schemas"]["Money"] | null;
                on: string | null;
                payer: string | null;
                reference: string | null;
                receiving_account_id: string | null;
            };
            note: string | null;
            submitter: {
                /** @enum {string} */
                kind: "contact" | "link" | "member";
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            submitted_at: string;
            decided_at: string | null;
            decided_by: string | null;
            rejection_reason: string | null;
            payment_id: string | null;
            warnings: {
                /** @enum {string} */
                code: "same_file" | "same_reference" | "amount_differs" | "date_in_future";
                detail: string;
            }[];
            version: number;
        };
        PaymentReference: {
            /** @example ref_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @example PAY-7KQ4-M2XD-9RTC */
            value: string;
            /** @enum {string} */
            state: "pending" | "submitted" | "approved" | "rejected";
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
            };
            invoice: {
                /** @example inv_01je60myryfgysygjtddy8v7gf */
                id: string;
                number: string;
                total: components["schemas"]["Money"];
                due: components["schemas"]["Money"];
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        Import: {
            /** @example imp_01je60myryfgysygjtddy8v7gf */
            id: string;
            /**
             * @description `draft`: takes files. `analysing`, `committing`, `undoing`: work in progress, see `progress`. `ready`: the sheet is there. `undone`: withdrawn, apart from records that were touched since. `failed`: see `failure`; what was kept is kept.
             * @enum {string}
             */
            state: "draft" | "analysing" | "ready" | "committing" | "committed" | "undoing" | "undone" | "failed";
            source: ("invoice_ninja" | "freshbooks" | "zoho" | "wave" | "invoice2go" | "invoicely" | "csv") | null;
            progress: {
                /** @enum {string} */
                phase: "reading" | "planning" | "committing" | "undoing";
                done: number;
                total: number;
            } | null;
            failure: string | null;
            files: components["schemas"]["ImportFile"][];
            /** @description Of amounts that name none */
            currency: string | null;
            rules: components["schemas"]["ImportRules"];
            questions: components["schemas"]["ImportQuestion"][];
            sheet: components["schemas"]["ImportSheet"] | null;
            brought_in: {
                [key: string]: number;
            };
            withdrawn: {
                [key: string]: number;
            };
            /** @description Records that an undo left, because they were touched since */
            blocked: number;
            /** @description Open invoices of it that take part in no reminder yet; see `imports.wake` */
            quiet: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            created_by: components["schemas"]["Actor"];
            committed_at: string | null;
            committed_by: components["schemas"]["Actor"] | null;
            undone_at: string | null;
            undone_by: components["schemas"]["Actor"] | null;
            version: number;
        };
        ImportFile: {
            /** @example imf_01je60myryfgysygjtddy8v7gf */
            id: string;
            name: string;
            size: number;
            source: ("invoice_ninja" | "freshbooks" | "zoho" | "wave" | "invoice2go" | "invoicely" | "csv") | null;
            /** @description Null until it is recognised or chosen */
            kind: ("clients" | "price_items" | "invoices" | "payments") | null;
            /** @example utf-8 */
            encoding: string;
            /** @example , */
            delimiter: string;
            /** @description Line of the file that names the columns */
            header_line: number;
            columns: string[];
            mapping: components["schemas"]["ImportMapping"];
            /** @description The saved mapping that was used */
            mapping_name: string | null;
            /** @description How dates with slashes are read; null where the file decides by itself */
            date_order: ("ymd" | "mdy" | "dmy") | null;
            decimal_mark: ("." | ",") | null;
            /** @description Rows with something in them; null before they are read */
            rows: number | null;
            /** @description The first rows, as they stand in the file */
            sample: string[][];
            /** @description When a file with exactly this content was brought in, if it was */
            brought_in_before: string | null;
        };
        /**
         * @example {
         *       "name": 0,
         *       "email": 3
         *     }
         */
        ImportMapping: {
            [key: string]: number;
        };
        ImportRules: {
            /**
             * @description What counts as paid: the rows of the payments file, or the invoice’s own figure
             * @enum {string}
             */
            paid: "payments_file" | "paid_column";
            /** @enum {string} */
            repeated_payments: "drop_where_total_agrees" | "keep";
            /** @enum {string} */
            unknown_client: "create" | "reject";
            /** @enum {string} */
            orphan_payments: "review" | "client_credit";
            /** @enum {string} */
            rounding: "source_total" | "portico_total";
            /** @enum {string} */
            total_differs: "reject" | "adjust";
            /** @enum {string} */
            due_before_issue: "keep" | "issue_date";
            /** @enum {string} */
            missing_exchange_rate: "reject" | "nearest";
        };
        /** @description Something that the files cannot decide and nobody should guess. Answered through `imports.update_file` (kind, columns, date_order, decimal_mark) or `imports.update` (currency); a batch with open questions cannot be committed. */
        ImportQuestion: {
            /** @enum {string} */
            code: "kind" | "columns" | "date_order" | "decimal_mark" | "currency";
            import_file_id: string | null;
            column: string | null;
            detail: string;
            examples: string[];
            options: {
                value: string;
                label: string;
            }[];
        };
        ImportSheet: {
            verdict: {
                invoices: number;
                /** @description Invoices of which every figure is the source’s */
                agreeing: number;
                /** @description Causes that move a sum of money */
                causes: number;
                /** @description What they come to, per currency, whatever its sign */
                differing: components["schemas"]["Money"][];
                is_explained: boolean;
            };
            figures: components["schemas"]["ImportFigure"][];
            causes: components["schemas"]["ImportCause"][];
            rows: {
                [key: string]: number;
            };
            /** @description What a commit would bring in now */
            to_create: {
                [key: string]: number;
            };
        };
        ImportFigure: {
            /**
             * @description `clients` to `payments` are counts; the others sums in minor units of `currency`. `paid`: what the invoices themselves say was paid. `received`: what the payments file says.
             * @enum {string}
             */
            measure: "clients" | "price_items" | "invoices" | "drafts" | "payments" | "invoiced" | "drafted" | "paid" | "received" | "open" | "credit";
            currency: string | null;
            source: number;
            portico: number;
            /** @description `portico − source` */
            difference: number;
            /** @description What of the difference no cause accounts for: 0, or something is wrong */
            unexplained: number;
        };
        ImportCause: {
            /** @enum {string} */
            code: "repeated_row" | "repeated_payment" | "payments_differ_from_paid" | "payments_exceed_invoice" | "orphan_payment" | "unknown_client" | "rounding" | "total_differs" | "due_before_issue" | "void_in_source" | "missing_exchange_rate" | "existing_client" | "possible_duplicate" | "repaired_value" | "already_here" | "draft_without_number" | "taxes_combined" | "draft_tax" | "rejected" | "unexplained";
            /** @description Rows or documents that it concerns */
            count: number;
            effects: {
                /** @enum {string} */
                measure: "clients" | "price_items" | "invoices" | "drafts" | "payments" | "invoiced" | "drafted" | "paid" | "received" | "open" | "credit";
                currency: string | null;
                /** @description How far it moves Portico’s figure from the source’s */
                difference: number;
            }[];
            /** @description The rule that was used, changeable with `imports.update`; null where there is no choice */
            rule: ("paid" | "repeated_payments" | "unknown_client" | "orphan_payments" | "rounding" | "total_differs" | "due_before_issue" | "missing_exchange_rate") | null;
            chosen: string | null;
            alternatives: string[];
            examples: {
                /** @example imf_01je60myryfgysygjtddy8v7gf */
                import_file_id: string;
                line: number;
                detail: string;
            }[];
        };
        ImportField: {
            key: string;
            label: string;
            /** @enum {string} */
            type: "text" | "amount" | "decimal" | "percent" | "date" | "currency" | "country" | "email";
            is_required: boolean;
        };
        ImportClientFigures: {
            name: string;
            client_id: string | null;
            /** @example USD */
            currency: string;
            invoices: {
                source: number;
                portico: number;
            };
            invoiced: {
                source: number;
                portico: number;
            };
            paid: {
                source: number;
                portico: number;
            };
            open: {
                source: number;
                portico: number;
            };
            /** @description The balance that the clients file itself states, where it does */
            stated_open: number | null;
            agrees: boolean;
        };
        ImportRecord: {
            /** @example imd_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @enum {string} */
            kind: "clients" | "price_items" | "invoices" | "payments";
            label: string;
            external_id: string;
            /** @enum {string} */
            state: "brought_in" | "withdrawn" | "blocked";
            /** @description Why an undo left it */
            reason: string | null;
            /** @description The record itself: one of these is set */
            entity: {
                client_id: string | null;
                price_item_id: string | null;
                invoice_id: string | null;
                payment_id: string | null;
            };
            /** @description Of an invoice, what it comes to now */
            invoice: {
                client: {
                    /** @example cli_01je60myryfgysygjtddy8v7gf */
                    id: string;
                    name: string;
                };
                amount: components["schemas"]["Money"];
                /** @description What is still open */
                due: components["schemas"]["Money"];
                due_date: string | null;
            } | null;
            /** @description An open invoice that takes part in nothing that runs by itself, until it is woken */
            is_quiet: boolean;
        };
        ImportRow: {
            /** @example imr_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @example imf_01je60myryfgysygjtddy8v7gf */
            import_file_id: string;
            file_name: string;
            line: number;
            /** @enum {string} */
            kind: "clients" | "price_items" | "invoices" | "payments";
            /**
             * @description What becomes of a row. `ready`: brought in as it is. `repaired`: brought in, with something mended that is named. `matched`: the client or item exists here and is used. `unchanged`: brought in before. `dropped`: left out by a rule. `review`: left out, waiting on the review list. `rejected`: cannot be brought in.
             * @enum {string}
             */
            outcome: "ready" | "repaired" | "matched" | "unchanged" | "dropped" | "review" | "rejected";
            /** @description What people know it by: a name, a number */
            label: string;
            notes: {
                code: string;
                /** @enum {string} */
                severity: "info" | "repaired" | "rejected";
                field: string | null;
                detail: string;
            }[];
            /** @description By our field, as they stand in the file or were corrected */
            values: {
                [key: string]: string;
            };
            /** @description Fields that were corrected by hand */
            corrected: string[];
            is_skipped: boolean;
        };
        ImportSummary: {
            /** @example imp_01je60myryfgysygjtddy8v7gf */
            id: string;
            /**
             * @description `draft`: takes files. `analysing`, `committing`, `undoing`: work in progress, see `progress`. `ready`: the sheet is there. `undone`: withdrawn, apart from records that were touched since. `failed`: see `failure`; what was kept is kept.
             * @enum {string}
             */
            state: "draft" | "analysing" | "ready" | "committing" | "committed" | "undoing" | "undone" | "failed";
            source: ("invoice_ninja" | "freshbooks" | "zoho" | "wave" | "invoice2go" | "invoicely" | "csv") | null;
            progress: {
                /** @enum {string} */
                phase: "reading" | "planning" | "committing" | "undoing";
                done: number;
                total: number;
            } | null;
            brought_in: {
                [key: string]: number;
            };
            withdrawn: {
                [key: string]: number;
            };
            /** @description Records that an undo left, because they were touched since */
            blocked: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            created_by: components["schemas"]["Actor"];
            committed_at: string | null;
            undone_at: string | null;
            version: number;
            file_names: string[];
        };
        SavedMapping: {
            name: string;
            /** @enum {string} */
            kind: "clients" | "price_items" | "invoices" | "payments";
            columns: string[];
            mapping: components["schemas"]["ImportMapping"];
            date_order: ("ymd" | "mdy" | "dmy") | null;
            decimal_mark: ("." | ",") | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            updated_at: string;
        };
        ImportUndoPreview: {
            /** @description What would go */
            withdrawn: {
                clients: number;
                price_items: number;
                invoices: number;
                payments: number;
            };
            /** @description By currency */
            sums: {
                /** @description Of the issued invoices that would go */
                invoiced: components["schemas"]["Money"];
                /** @description Of the payments that would go */
                received: components["schemas"]["Money"];
            }[];
            /** @description What would stay, because it was touched since */
            blocked: {
                clients: number;
                price_items: number;
                invoices: number;
                payments: number;
            };
            /** @description The first fifty that would stay, each with its reason */
            blocked_records: components["schemas"]["ImportRecord"][];
        };
        StoredEmail: {
            /** @example eml_01je60myryfgysygjtddy8v7gf */
            id: string;
            template: string;
            to: string[];
            cc: string[];
            subject: string;
            /** @enum {string} */
            status: "queued" | "sent" | "kept" | "failed";
            error: string | null;
            attempts: number;
            client_id: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            sent_at: string | null;
            html: string;
            text: string;
            attachments: {
                name: string;
            }[];
        };
        EmailSummary: {
            /** @example eml_01je60myryfgysygjtddy8v7gf */
            id: string;
            template: string;
            to: string[];
            cc: string[];
            subject: string;
            /** @enum {string} */
            status: "queued" | "sent" | "kept" | "failed";
            error: string | null;
            attempts: number;
            client_id: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            sent_at: string | null;
        };
        ChangeList: {
            /** @constant */
            object: "changes";
            data: components["schemas"]["Change"][];
            /** @description false where there was too much, or it is too long ago: then read everything again */
            is_complete: boolean;
            /**
             * Format: date-time
             * @description To ask from next time
             * @example 2026-03-31T09:30:00.000Z
             */
            since: string;
        };
        Change: {
            /** @enum {string} */
            kind: "client" | "contact" | "invoice" | "payment" | "credit" | "receipt" | "payment_proof" | "member" | "invitation" | "organization" | "import" | "email" | "notification";
            /** @example inv_01jd3k8w2fe0vb3y7p5m9x4t6q */
            id: string;
            /** @description Of the change, not of the record: the same where one change is told twice. Read the record to see what it is now */
            version: string;
        };
        SearchHit: {
            /**
             * @description The public id of what was found
             * @example inv_01jd3k8w2fe0vb3y7p5m9x4t6q
             */
            id: string;
            /** @description What people know it by: a name, a number */
            title: string;
            /** @description What tells it from others of the name */
            detail: string | null;
            /** @description Of a client its status, of an invoice its badge */
            status: string | null;
            amount: components["schemas"]["Money"] | null;
            date: string | null;
            /** @description The client it belongs to, where it is not the client itself */
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
            } | null;
            /** @description The invoice that a payment reference is for */
            invoice: {
                /** @example inv_01je60myryfgysygjtddy8v7gf */
                id: string;
                number: string;
            } | null;
        };
        UnreadCount: {
            /** @description At most 100 */
            count: number;
            /** @description There are more than 99 */
            is_capped: boolean;
        };
        NotificationPreferences: {
            /** @constant */
            object: "list";
            data: components["schemas"]["NotificationPreference"][];
        };
        NotificationPreference: {
            /** @enum {string} */
            type: "proof_submitted" | "payment_recorded" | "credit_applied" | "invoice_overdue" | "invoice_viewed" | "invoice_voided" | "scheduled_send_failed" | "email_failed" | "client_details_changed" | "client_status_changed" | "member_joined" | "access_changed" | "invoice_available" | "invoice_reminder" | "invoice_withdrawn" | "proof_received" | "proof_accepted" | "proof_refused" | "receipt_available" | "credit_used" | "account_status_changed";
            /** @enum {string} */
            group: "money" | "invoices" | "clients" | "team" | "account";
            in_app: boolean;
            email: boolean;
            is_default: boolean;
        };
        Notification: {
            /** @example ntf_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @enum {string} */
            type: "proof_submitted" | "payment_recorded" | "credit_applied" | "invoice_overdue" | "invoice_viewed" | "invoice_voided" | "scheduled_send_failed" | "email_failed" | "client_details_changed" | "client_status_changed" | "member_joined" | "access_changed" | "invoice_available" | "invoice_reminder" | "invoice_withdrawn" | "proof_received" | "proof_accepted" | "proof_refused" | "receipt_available" | "credit_used" | "account_status_changed";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            read_at: string | null;
            subject: {
                /** @enum {string} */
                kind: "invoice" | "payment" | "credit" | "receipt" | "payment_proof" | "client" | "member" | "email";
                /** @example pay_01jd3k8w2fe0vb3y7p5m9x4t6q */
                id: string;
                /**
                 * @description What people call it: an invoice’s number, a member’s name
                 * @example INV-2026-014
                 */
                label: string | null;
                invoice_id: string | null;
            };
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
            } | null;
            amount: components["schemas"]["Money"] | null;
        };
        ClientStatement: {
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                refid: string;
                name: string;
            };
            from: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            as_of: string;
            currencies: components["schemas"]["StatementCurrency"][];
        };
        StatementCurrency: {
            /** @example USD */
            currency: string;
            /** @description The balance before the first line that is shown */
            opening: components["schemas"]["Money"];
            charged: components["schemas"]["Money"];
            settled: components["schemas"]["Money"];
            /** @description What is owed less the credit, on the day asked for */
            closing: components["schemas"]["Money"];
            receivable: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
            /** @description What is owed by how long it has been due; the sum is `receivable` */
            ageing: {
                not_due: components["schemas"]["Money"];
                days_1_30: components["schemas"]["Money"];
                days_31_60: components["schemas"]["Money"];
                days_61_90: components["schemas"]["Money"];
                days_over_90: components["schemas"]["Money"];
            };
            lines: components["schemas"]["StatementLine"][];
            /** @description Older lines are summed up in the opening balance; ask for an earlier period, or for the CSV */
            is_truncated: boolean;
        };
        StatementLine: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            date: string;
            /** @enum {string} */
            kind: "invoice" | "void" | "payment" | "credit_used" | "correction";
            document: {
                /** @enum {string} */
                kind: "invoice" | "payment" | "receipt";
                id: string;
                number: string | null;
            } | null;
            /** @description A purchase order, how and with which reference it was paid, the invoice that credit settled */
            detail: string | null;
            due_date: string | null;
            /** @description What made the balance larger; zero otherwise */
            charged: components["schemas"]["Money"];
            /** @description What made it smaller; zero otherwise */
            settled: components["schemas"]["Money"];
            /** @description What was owed after this line; negative where the client has credit */
            balance: components["schemas"]["Money"];
        };
        PortalInvoice: {
            /** @example inv_01je60myryfgysygjtddy8v7gf */
            id: string;
            number: string;
            /** @enum {string} */
            badge: "void" | "paid" | "written_off" | "overdue" | "partial" | "viewed" | "sent" | "final" | "draft";
            /**
             * Format: date
             * @example 2026-03-31
             */
            issue_date: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            due_date: string;
            purchase_order: string | null;
            total: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            proof: {
                /** @enum {string} */
                state: "submitted" | "rejected";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                submitted_at: string;
            } | null;
            /** @enum {string} */
            settlement_state: "open" | "partial" | "paid" | "written_off";
            /** @example USD */
            currency: string;
            note: string | null;
            terms: string | null;
            seller: components["schemas"]["PrintedSeller"];
            buyer: components["schemas"]["PrintedBuyer"];
            lines: {
                position: number;
                description: string;
                details: string | null;
                quantity: string;
                unit: string | null;
                unit_price: string;
                discount_percent: string | null;
                tax_label: string | null;
                net: components["schemas"]["Money"];
            }[];
            taxes: components["schemas"]["InvoiceTax"][];
            totals: {
                net: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
                gross: components["schemas"]["Money"];
                settled: components["schemas"]["Money"];
                due: components["schemas"]["Money"];
            };
            payment_reference: {
                label: string;
                value: string;
            };
            pay_methods: components["schemas"]["PayMethod"][];
            proofs: components["schemas"]["PortalProof"][];
            receipts: components["schemas"]["PortalReceipt"][];
            client_credit: components["schemas"]["Money"] | null;
            can_pay: boolean;
            proof_review_hours: number;
            download_url: string;
        };
        PayMethod: {
            /** @example acc_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @enum {string} */
            kind: "bank" | "mobile_money" | "cash" | "other";
            name: string;
            details: {
                label: string;
                value: string;
            }[];
            steps: string[];
            qr_payload: string | null;
        };
        PortalProof: {
            /** @example prf_01je60myryfgysygjtddy8v7gf */
            id: string;
            /** @enum {string} */
            state: "submitted" | "approved" | "rejected";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            submitted_at: string;
            decided_at: string | null;
            amount: components["schemas"]["Money"] | null;
            file_name: string | null;
            rejection_reason: string | null;
        };
        PortalReceipt: {
            /** @example rcp_01je60myryfgysygjtddy8v7gf */
            id: string;
            number: string;
            amount: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            receipt_date: string;
            invoices: {
                number: string;
                amount: components["schemas"]["Money"];
            }[];
            download_url: string;
        };
        PortalHome: {
            owed: {
                /** @example USD */
                currency: string;
                open: components["schemas"]["Money"];
                overdue: components["schemas"]["Money"];
                oldest_due_date: string | null;
                open_count: number;
            }[];
            credit: components["schemas"]["Money"][];
            open_invoices: components["schemas"]["PortalInvoiceSummary"][];
            waiting: {
                /** @enum {string} */
                kind: "proof_rejected" | "proof_submitted";
                /** @example inv_01je60myryfgysygjtddy8v7gf */
                invoice_id: string;
                invoice_number: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                at: string;
                detail: string | null;
            }[];
            recent_receipts: components["schemas"]["PortalReceipt"][];
            /**
             * Format: date
             * @example 2026-03-31
             */
            today: string;
        };
        PortalInvoiceSummary: {
            /** @example inv_01je60myryfgysygjtddy8v7gf */
            id: string;
            number: string;
            /** @enum {string} */
            badge: "void" | "paid" | "written_off" | "overdue" | "partial" | "viewed" | "sent" | "final" | "draft";
            /**
             * Format: date
             * @example 2026-03-31
             */
            issue_date: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            due_date: string;
            purchase_order: string | null;
            total: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            proof: {
                /** @enum {string} */
                state: "submitted" | "rejected";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                submitted_at: string;
            } | null;
        };
        PortalProfile: {
            contact: {
                /** @example con_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
                email: string | null;
                phone: string | null;
                job_title: string | null;
                /**
                 * @description Language and number format
                 * @enum {string}
                 */
                locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                version: number;
            };
            company: {
                name: string;
                legal_name: string | null;
                email: string | null;
                phone: string | null;
                website: string | null;
                address: components["schemas"]["Address"];
                country: string | null;
                tax_number: string | null;
                version: number;
            };
            contacts: {
                /** @example con_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
                email: string | null;
                phone: string | null;
                job_title: string | null;
                is_primary: boolean;
            }[];
            rights: ("invoices.read" | "invoices.pay" | "company.edit" | "contacts.manage" | "tickets.open" | "tickets.all" | "projects.read" | "documents.read" | "documents.approve" | "meetings.book" | "domains.read" | "gateway.console" | "gateway.refund" | "gateway.keys")[];
        };
        PortalPayment: {
            id: string;
            /** @enum {string} */
            kind: "payment" | "credit";
            /**
             * Format: date
             * @example 2026-03-31
             */
            on: string;
            amount: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            method: string;
            invoices: {
                number: string;
                amount: components["schemas"]["Money"];
            }[];
            receipt: {
                number: string;
                download_url: string;
            } | null;
        };
        LinkedInvoice: {
            organization: {
                name: string;
                slug: string;
                logo_url: string | null;
                brand_color: string;
                /**
                 * @description Language and number format
                 * @enum {string}
                 */
                locale: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                email: string | null;
                phone: string | null;
            };
            is_portal_enabled: boolean;
            /** @description What the client reads, where that is known */
            client_locale: ("en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb") | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            today: string;
            invoice: components["schemas"]["PortalInvoice"];
        };
        Onboarding: {
            /**
             * @description Setting an organization up, or finding one’s way in one that works already
             * @enum {string}
             */
            path: "starting" | "joining";
            steps: {
                /** @enum {string} */
                key: "identity" | "brand" | "money" | "account" | "client" | "invoice" | "profile" | "see_clients" | "see_invoices" | "see_review";
                /** @enum {string} */
                state: "open" | "done" | "skipped";
            }[];
            /** @description While something is open, in the first month, and not put away */
            is_shown: boolean;
        };
        PlatformPerson: {
            /** @example usr_01je60myryfgysygjtddy8v7gf */
            id: string;
            name: string;
            email: string;
            is_platform_admin: boolean;
            is_email_verified: boolean;
            /** @description By a platform admin; nobody signs in with this account */
            is_locked: boolean;
            /** @description After too many failed attempts */
            paused_until: string | null;
            open_sessions: number;
            organizations: number;
            last_login_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        Health: {
            checks: {
                /** @enum {string} */
                key: "database" | "migrations" | "locks" | "disk" | "queue" | "mail" | "address" | "backup";
                /** @enum {string} */
                state: "good" | "warning" | "problem" | "unknown";
                finding: string;
                fix: string | null;
            }[];
            versions: {
                portico: string;
                node: string;
                postgresql: string;
                /** @description The newest migration */
                schema: string;
            };
            figures: {
                organizations: number;
                people: number;
                database_bytes: number;
                jobs_waiting: number;
                jobs_failed: number;
                oldest_job_seconds: number | null;
                mails_waiting: number;
                mails_failed: number;
                new_contact_messages: number;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            started_at: string;
        };
        Installation: {
            /** @description Whether visitors who are not signed in see the site at / */
            is_site_on: boolean;
            operator_name: string | null;
            operator_address: string | null;
            /** @description Where the contact form is told */
            contact_email: string | null;
            terms: string | null;
            privacy: string | null;
            imprint: string | null;
            demo: {
                /** @enum {string} */
                state: "none" | "loading" | "loaded" | "failed";
                detail: string | null;
            };
            version: number;
        };
        ContactMessage: {
            /** @example msg_01je60myryfgysygjtddy8v7gf */
            id: string;
            name: string;
            email: string;
            company: string | null;
            /** @enum {string} */
            topic: "question" | "hosting" | "security" | "other";
            message: string;
            /** @enum {string} */
            state: "new" | "done" | "spam";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            handled_at: string | null;
            handled_by: string | null;
        };
        PlatformJob: {
            /** @example 4711 */
            id: string;
            /** @example emails.send */
            task: string;
            /** @enum {string} */
            state: "queued" | "running" | "retrying" | "failed";
            attempts: number;
            max_attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            run_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            last_error: string | null;
            organization: {
                /** @example org_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
            } | null;
        };
        PlatformDeed: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            by: string | null;
            /** @example organization.suspended */
            action: string;
            subject: string | null;
            reason: string | null;
        };
        PlatformOrganization: {
            /** @example org_01je60myryfgysygjtddy8v7gf */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            /** @enum {string} */
            status: "active" | "suspended" | "deleted";
            status_reason: string | null;
            status_changed_at: string | null;
            plan: {
                key: string;
                name: string;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /** @description Counted by a job every few minutes; null until the first count */
            size: {
                members: number;
                clients: number;
                invoices: number;
                file_bytes: number;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                counted_at: string;
            } | null;
        };
        AuditEntry: {
            /** @example aud_01je60myryfgysygjtddy8v7gf */
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            actor: components["schemas"]["AuditActor"];
            /** @example clients.status_changed */
            action: string;
            record: components["schemas"]["RecordRef"];
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
            } | null;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            ip: string | null;
            user_agent: string | null;
            request_id: string | null;
            /** @description Names, addresses and values were erased; the entry stays */
            is_erased: boolean;
            /** @description Its place in the chain; null until it is sealed, within a second or so */
            seal: {
                seq: number;
                hash: string;
            } | null;
        };
        AuditActor: {
            /** @enum {string} */
            kind: "member" | "contact" | "link" | "system" | "platform";
            name: string | null;
            id: string | null;
        };
        RecordRef: {
            /** @example invoice */
            kind: string;
            id: string | null;
            /**
             * @description How people call it now
             * @example INV-2026-014
             */
            label: string | null;
        };
        AccountEvent: {
            /** @example acv_01je60myryfgysygjtddy8v7gf */
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            /** @example accounts.signed_in */
            action: string;
            user: {
                /** @example usr_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
                email: string;
            } | null;
            realm: ("staff" | "portal") | null;
            ip: string | null;
            user_agent: string | null;
            request_id: string | null;
        };
        ActivityEntry: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            actor: components["schemas"]["Actor"];
            /** @example clients.status_changed */
            action: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            record: components["schemas"]["RecordRef"];
            client: {
                /** @example cli_01je60myryfgysygjtddy8v7gf */
                id: string;
                name: string;
            } | null;
            /** @description Only for those who may read the audit log */
            ip?: string | null;
            user_agent?: string | null;
        };
        LoggedRequest: {
            /** @example req_01938c0a7b1e7c3d9f425a6b7c8d9e0f */
            request_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            method: string;
            /** @example invoices.create */
            operation: string;
            /** @description Without the query; a token in it is not kept */
            path: string;
            status: number;
            problem: string | null;
            milliseconds: number;
            caller: {
                /** @enum {string} */
                kind: "member" | "contact" | "link" | "key";
                id: string | null;
                name: string | null;
            };
            /** @description The session or API key that the request came with, by id */
            credential: string | null;
        };
    };
    responses: {
        /**
         * @description `validation_failed`: Some values are not right
         *
         *     `code_invalid`: The code is not right
         *
         *     `idempotency_key_reused`: The Idempotency-Key was used for another request
         *
         *     `file_empty`: The file is empty
         *
         *     `password_too_weak`: The password is not strong enough
         *
         *     `invalid_reseller`: Invalid reseller
         *
         *     `contact_needs_email`: This contact has no email address
         *
         *     `exchange_rate_missing`: There is no exchange rate for this date
         *
         *     `invoice_incomplete`: The invoice cannot be issued yet
         *
         *     `purchase_order_required`: This client requires a purchase-order number
         *
         *     `no_recipient`: Nobody to send it to
         *
         *     `currency_mismatch`: The currencies differ
         *
         *     `amount_too_large`: The amount is too large
         *
         *     `allocation_exceeds_payment`: More is allocated than was paid
         *
         *     `unreadable_file`: The file cannot be read as a table
         */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `malformed_request`: The request cannot be read
         *
         *     `unknown_parameter`: The request has a parameter that this operation does not know
         *
         *     `idempotency_key_required`: This operation needs an Idempotency-Key
         *
         *     `idempotency_key_invalid`: The Idempotency-Key cannot be read
         */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `not_signed_in`: Sign in first
         *
         *     `wrong_credentials`: Email or password is not right
         */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `account_locked`: Too many failed attempts
         *
         *     `rate_limited`: Too many requests
         */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `email_not_verified`: The email address is not verified yet
         *
         *     `permission_denied`: You may not do this
         *
         *     `client_suspended`: This account is suspended
         *
         *     `csrf_refused`: The request did not come from this site
         *
         *     `registration_closed`: Registration is closed
         *
         *     `invitation_for_another`: This invitation is for another address
         */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `token_invalid`: This link is no longer valid */
        Problem410: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `not_found`: Not found
         *
         *     `operation_not_found`: There is no such operation
         */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version_mismatch`: Somebody changed this in the meantime */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version_required`: Say which version this change was made from */
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency_in_flight`: The same request is being worked on
         *
         *     `set_up_done`: This installation is set up already
         *
         *     `slug_taken`: This address is taken
         *
         *     `last_owner`: An organization needs an owner
         *
         *     `already_member`: This person is a member already
         *
         *     `duplicate_email`: Duplicate email
         *
         *     `status_transition_denied`: Status transition denied
         *
         *     `client_has_documents`: This client has documents
         *
         *     `external_id_taken`: This external id is taken
         *
         *     `duplicate_code`: This code is taken
         *
         *     `rate_period_taken`: There is a rate from this date already
         *
         *     `invoice_not_draft`: This invoice is issued and cannot be changed
         *
         *     `invoice_not_open`: This invoice is not open
         *
         *     `invoice_has_payments`: This invoice has payments
         *
         *     `insufficient_credit`: There is not enough credit
         *
         *     `receiving_account_in_use`: This account is in use
         *
         *     `proof_decided`: This proof is decided already
         *
         *     `proof_pending`: A proof for this invoice is being checked
         *
         *     `not_yourself`: Not on your own account
         *
         *     `job_is_running`: This job is running
         *
         *     `demo_is_here`: The demo is here already
         *
         *     `import_not_ready`: The import is not ready for this
         *
         *     `duplicate_file`: This file is in the import already
         */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `payload_too_large`: The request is too large
         *
         *     `file_too_large`: The file is too large
         */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `file_type_not_allowed`: This kind of file is not accepted */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `plan_limit_reached`: The plan does not reach that far */
        Problem402: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `not_configured`: This is not set up
         *
         *     `busy`: The server is busy
         */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal_error`: Something went wrong on our side */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Quote it when you ask about a request */
        RequestId: string;
        /** @example "api";q=120;w=60 */
        RateLimitPolicy: string;
        /** @example "api";r=42;t=7 */
        RateLimit: string;
        /** @description true where the answer was stored by an earlier request with the same key */
        IdempotencyReplayed: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "me.change_password": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.check_password": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    email?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        is_accepted: boolean;
                        requirements: {
                            /** @enum {string} */
                            key: "length" | "not_breached" | "not_personal";
                            is_met: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.create_token": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /**
                         * Format: date-time
                         * @example 2026-03-31T09:30:00.000Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "me.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "me.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                };
                "application/merge-patch+json": {
                    name?: string;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_site.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSite"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "setup.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpState"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "setup.complete": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token?: string;
                    name: string;
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    password: string;
                    organization_name: string;
                    /** @example TZ */
                    country?: string;
                    /** @example USD */
                    currency?: string;
                    /** @example Africa/Dar_es_Salaam */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_auth.sign_in": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /**
                     * @description Chosen by the visitor on the page; without it the person’s own language counts, then the client’s
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                } | {
                    /** @example kilimo-studio */
                    organization_slug: string;
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    code: string;
                    /**
                     * @description Chosen by the visitor on the page; without it the person’s own language counts, then the client’s
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                } | {
                    /** @example kilimo-studio */
                    organization_slug: string;
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    password: string;
                    /**
                     * @description Chosen by the visitor on the page; without it the person’s own language counts, then the client’s
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMe"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_auth.sign_out": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.request_password_reset": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_auth.request": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example kilimo-studio */
                    organization_slug: string;
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    /**
                     * @description Chosen by the visitor on the page; without it the person’s own language counts, then the client’s
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.resend_verification": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.reset_password": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.sign_in": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    password: string;
                    keep_signed_in?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.sign_out": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.sign_up": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    password: string;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "auth.verify_email": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "organizations.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @example kilimo-studio */
                    slug?: string;
                    /** @example TZ */
                    country?: string;
                    /** @example USD */
                    currency?: string;
                    /** @example Africa/Dar_es_Salaam */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "organizations.workspace": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "organizations.upload_logo": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "organizations.remove_logo": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "organizations.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    registration_number?: string | null;
                    tin?: string | null;
                    vrn?: string | null;
                    /** @example #0f766e */
                    brand_color?: string;
                    /** @example Africa/Dar_es_Salaam */
                    timezone?: string;
                    /** @example USD */
                    base_currency?: string;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                    /** @enum {string} */
                    paper?: "A4" | "Letter";
                    prices_include_tax?: boolean;
                    /** @enum {string} */
                    tax_rounding?: "document" | "line";
                    default_tax_rate_key?: string | null;
                    invoice_number_pattern?: string;
                    receipt_number_pattern?: string;
                    payment_terms_days?: number;
                    invoice_note?: string | null;
                    invoice_terms?: string | null;
                    reference_label?: string;
                    refid_prefix?: string;
                    /** @enum {string} */
                    default_client_status?: "pending" | "active";
                    proof_review_hours?: number;
                    reminder_days?: number[];
                };
                "application/merge-patch+json": {
                    name?: string;
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    registration_number?: string | null;
                    tin?: string | null;
                    vrn?: string | null;
                    /** @example #0f766e */
                    brand_color?: string;
                    /** @example Africa/Dar_es_Salaam */
                    timezone?: string;
                    /** @example USD */
                    base_currency?: string;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                    /** @enum {string} */
                    paper?: "A4" | "Letter";
                    prices_include_tax?: boolean;
                    /** @enum {string} */
                    tax_rounding?: "document" | "line";
                    default_tax_rate_key?: string | null;
                    invoice_number_pattern?: string;
                    receipt_number_pattern?: string;
                    payment_terms_days?: number;
                    invoice_note?: string | null;
                    invoice_terms?: string | null;
                    reference_label?: string;
                    refid_prefix?: string;
                    /** @enum {string} */
                    default_client_status?: "pending" | "active";
                    proof_review_hours?: number;
                    reminder_days?: number[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitation_links.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    password: string;
                } | {
                    password: string;
                } | Record<string, never>;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Invitation"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    /** @example rol_01je60myryfgysygjtddy8v7gf */
                    role_id: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "members.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                status?: "active" | "suspended" | "removed";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Member"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "permissions.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            key: "organizations.settings.read" | "organizations.settings.edit" | "organizations.billing.manage" | "organizations.organization.delete" | "members.member.read" | "members.member.manage" | "members.invitation.manage" | "members.role.read" | "clients.client.read" | "clients.client.create" | "clients.client.edit" | "clients.client.delete" | "clients.status.change" | "clients.contact.manage" | "clients.portal.manage" | "clients.balance.read" | "prices.item.read" | "prices.item.manage" | "taxes.rate.read" | "taxes.rate.manage" | "currencies.rate.read" | "currencies.rate.manage" | "accounts.account.read" | "accounts.account.manage" | "invoices.invoice.read" | "invoices.invoice.create" | "invoices.invoice.issue" | "invoices.invoice.send" | "invoices.invoice.void" | "payments.payment.read" | "payments.payment.record" | "payments.proof.review" | "payments.credit.apply" | "receipts.receipt.read" | "ledger.posting.read" | "imports.batch.read" | "imports.batch.manage" | "emails.email.read" | "audit.entry.read";
                            module: string;
                            description: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "roles.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Role"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitation_links.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitation"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.resend": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "members.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                membership_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example rol_01je60myryfgysygjtddy8v7gf */
                    role_id?: string;
                    title?: string | null;
                    is_limited_to_assigned_clients?: boolean;
                };
                "application/merge-patch+json": {
                    /** @example rol_01je60myryfgysygjtddy8v7gf */
                    role_id?: string;
                    title?: string | null;
                    is_limited_to_assigned_clients?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.change_status": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "pending" | "active" | "suspended" | "inactive";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                total?: "true";
                q?: string;
                status?: "pending" | "active" | "suspended" | "inactive";
                refid?: string;
                external_id?: string;
                email?: string;
                segment?: string;
                sort?: "-created" | "name";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ClientSummary"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "company" | "person";
                    name: string;
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    owner_id?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    tax_number?: string | null;
                    registration_number?: string | null;
                    /** @description Documents are written in this currency; the organization’s base currency where null */
                    currency?: string | null;
                    locale?: ("en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb") | null;
                    payment_terms_days?: number | null;
                    /** @enum {string} */
                    payment_terms_kind?: "net" | "end_of_month";
                    requires_purchase_order?: boolean;
                    metadata?: components["schemas"]["Metadata"];
                    primary_contact?: {
                        name: string;
                        email?: string | null;
                        phone?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "contacts.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Contact"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "contacts.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email?: string | null;
                    phone?: string | null;
                    job_title?: string | null;
                    is_primary?: boolean;
                    /** @enum {string} */
                    document_delivery?: "none" | "to" | "cc";
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "company" | "person";
                    name?: string;
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    owner_id?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    tax_number?: string | null;
                    registration_number?: string | null;
                    /** @description Documents are written in this currency; the organization’s base currency where null */
                    currency?: string | null;
                    locale?: ("en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb") | null;
                    payment_terms_days?: number | null;
                    /** @enum {string} */
                    payment_terms_kind?: "net" | "end_of_month";
                    requires_purchase_order?: boolean;
                    metadata?: {
                        [key: string]: string | null;
                    };
                    assigned_member_ids?: string[];
                };
                "application/merge-patch+json": {
                    /** @enum {string} */
                    kind?: "company" | "person";
                    name?: string;
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    owner_id?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    tax_number?: string | null;
                    registration_number?: string | null;
                    /** @description Documents are written in this currency; the organization’s base currency where null */
                    currency?: string | null;
                    locale?: ("en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb") | null;
                    payment_terms_days?: number | null;
                    /** @enum {string} */
                    payment_terms_kind?: "net" | "end_of_month";
                    requires_purchase_order?: boolean;
                    metadata?: {
                        [key: string]: string | null;
                    };
                    assigned_member_ids?: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "contacts.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "contacts.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                client_id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    email?: string | null;
                    phone?: string | null;
                    job_title?: string | null;
                    is_primary?: boolean;
                    /** @enum {string} */
                    document_delivery?: "none" | "to" | "cc";
                };
                "application/merge-patch+json": {
                    name?: string;
                    email?: string | null;
                    phone?: string | null;
                    job_title?: string | null;
                    is_primary?: boolean;
                    /** @enum {string} */
                    document_delivery?: "none" | "to" | "cc";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.find_duplicates": {
        parameters: {
            query?: {
                name?: string;
                email?: string;
                tax_number?: string;
                except?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            client: components["schemas"]["ClientSummary"];
                            because: ("email" | "name" | "tax_number")[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.history": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["HistoryEntry"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.ledger": {
        parameters: {
            query: {
                currency: string;
                account: "receivable" | "credit";
                as_of?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example USD */
                        currency: string;
                        opening: components["schemas"]["Money"];
                        closing: components["schemas"]["Money"];
                        data: components["schemas"]["LedgerRow"][];
                        is_truncated: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.set_portal": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    is_portal_enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "contacts.set_portal_access": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    portal_access: boolean;
                    /** @enum {string} */
                    rights_preset?: "viewer" | "owner" | "payer" | "approver" | "technical" | "custom";
                    rights?: ("invoices.read" | "invoices.pay" | "company.edit" | "contacts.manage" | "tickets.open" | "tickets.all" | "projects.read" | "documents.read" | "documents.approve" | "meetings.book" | "domains.read" | "gateway.console" | "gateway.refund" | "gateway.keys")[];
                    notify?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.merge": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The client that stays
                     * @example cli_01je60myryfgysygjtddy8v7gf
                     */
                    into_client_id: string;
                    into_version: number;
                    /** @description Fields whose value is taken from the client that goes */
                    take?: ("name" | "kind" | "legal_name" | "email" | "phone" | "website" | "address" | "country" | "tax_number" | "registration_number" | "owner_id" | "currency" | "locale" | "payment_terms_days" | "payment_terms_kind" | "requires_purchase_order")[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.preview_merge": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
                into_client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "price_items.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                external_id?: string;
                q?: string;
                is_active?: "true" | "false";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PriceItem"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "price_items.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    description?: string | null;
                    unit?: string | null;
                    tax_rate_key?: string | null;
                    prices?: {
                        /** @example USD */
                        currency: string;
                        price: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceItem"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "receiving_accounts.list": {
        parameters: {
            query?: {
                currency?: string;
                is_active?: "true" | "false";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReceivingAccount"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "receiving_accounts.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "bank" | "mobile_money" | "cash" | "other";
                    name: string;
                    details?: {
                        label: string;
                        value: string;
                    }[];
                    steps?: string[];
                    qr_payload?: string | null;
                    is_shown_to_clients?: boolean;
                    position?: number;
                    /** @example USD */
                    currency: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivingAccount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tax_rates.list": {
        parameters: {
            query?: {
                on?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TaxRate"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tax_rates.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    name: string;
                    /** @enum {string} */
                    category: "standard" | "zero" | "exempt" | "reverse" | "out_of_scope";
                    /** @example 18 */
                    percent: string;
                    exemption_reason?: string | null;
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    valid_from: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "price_items.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                price_item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceItem"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "price_items.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                price_item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "price_items.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                price_item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    name?: string;
                    description?: string | null;
                    unit?: string | null;
                    tax_rate_key?: string | null;
                    prices?: {
                        /** @example USD */
                        currency: string;
                        price: string;
                    }[];
                    is_active?: boolean;
                };
                "application/merge-patch+json": {
                    code?: string;
                    name?: string;
                    description?: string | null;
                    unit?: string | null;
                    tax_rate_key?: string | null;
                    prices?: {
                        /** @example USD */
                        currency: string;
                        price: string;
                    }[];
                    is_active?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceItem"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "exchange_rates.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                currency?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ExchangeRate"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "exchange_rates.look_up": {
        parameters: {
            query?: {
                on?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                currency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "exchange_rates.set": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                currency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 0.000385 */
                    rate: string;
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    rate_date: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "receiving_accounts.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                receiving_account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "bank" | "mobile_money" | "cash" | "other";
                    name?: string;
                    details?: {
                        label: string;
                        value: string;
                    }[];
                    steps?: string[];
                    qr_payload?: string | null;
                    is_shown_to_clients?: boolean;
                    position?: number;
                    is_active?: boolean;
                };
                "application/merge-patch+json": {
                    /** @enum {string} */
                    kind?: "bank" | "mobile_money" | "cash" | "other";
                    name?: string;
                    details?: {
                        label: string;
                        value: string;
                    }[];
                    steps?: string[];
                    qr_payload?: string | null;
                    is_shown_to_clients?: boolean;
                    position?: number;
                    is_active?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivingAccount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tax_rates.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                tax_rate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    exemption_reason?: string | null;
                    valid_to?: string | null;
                };
                "application/merge-patch+json": {
                    name?: string;
                    exemption_reason?: string | null;
                    valid_to?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                total?: "true";
                q?: string;
                external_id?: string;
                client_id?: string;
                document_state?: "draft" | "final" | "void";
                settlement_state?: "open" | "partial" | "paid" | "written_off";
                delivery_state?: "not_sent" | "sent" | "viewed";
                overdue?: "true";
                currency?: string;
                purchase_order?: string;
                issued_from?: string;
                issued_to?: string;
                sort?: "-created" | "due_date";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["InvoiceSummary"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example cli_01je60myryfgysygjtddy8v7gf */
                    client_id: string;
                    /** @example USD */
                    currency?: string;
                    issue_date?: string | null;
                    due_date?: string | null;
                    purchase_order?: string | null;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                    note?: string | null;
                    terms?: string | null;
                    prices_include_tax?: boolean;
                    receiving_account_ids?: string[];
                    lines?: components["schemas"]["DraftLine"][];
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example cli_01je60myryfgysygjtddy8v7gf */
                    client_id?: string;
                    /** @example USD */
                    currency?: string;
                    issue_date?: string | null;
                    due_date?: string | null;
                    purchase_order?: string | null;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                    note?: string | null;
                    terms?: string | null;
                    prices_include_tax?: boolean;
                    receiving_account_ids?: string[];
                    lines?: components["schemas"]["DraftLine"][];
                };
                "application/merge-patch+json": {
                    /** @example cli_01je60myryfgysygjtddy8v7gf */
                    client_id?: string;
                    /** @example USD */
                    currency?: string;
                    issue_date?: string | null;
                    due_date?: string | null;
                    purchase_order?: string | null;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                    note?: string | null;
                    terms?: string | null;
                    prices_include_tax?: boolean;
                    receiving_account_ids?: string[];
                    lines?: components["schemas"]["DraftLine"][];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.pdf": {
        parameters: {
            query?: {
                disposition?: "inline" | "attachment";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.duplicate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.outstanding": {
        parameters: {
            query?: {
                client_id?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @example USD */
                            currency: string;
                            open: components["schemas"]["Money"];
                            overdue: components["schemas"]["Money"];
                            open_count: number;
                            overdue_count: number;
                            oldest_due_date: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.issue": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.history": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["HistoryEntry"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.links": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InvoiceLink"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.rotate_link": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invoice_id: string;
                document_link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.void": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.send_preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        to: {
                            name: string | null;
                            email: string;
                        }[];
                        cc: {
                            name: string | null;
                            email: string;
                        }[];
                        subject: string;
                        is_mail_configured: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.schedule_send": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    send_on: string;
                    /** @example 09:00 */
                    send_time: string;
                    to?: string[];
                    cc?: string[];
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.cancel_scheduled_send": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.send": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to?: string[];
                    cc?: string[];
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.set_reminders": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    is_on: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payments.apply_credit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: {
                        amount: number;
                        /** @example USD */
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "receipts.pdf": {
        parameters: {
            query?: {
                disposition?: "inline" | "attachment";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                receipt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payments.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "receipts.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                receipt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payments.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                client_id?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Payment"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payments.record": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example cli_01je60myryfgysygjtddy8v7gf */
                    client_id: string;
                    /** @example acc_01je60myryfgysygjtddy8v7gf */
                    receiving_account_id: string;
                    amount: {
                        amount: number;
                        /** @example USD */
                        currency: string;
                    };
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    received_on: string;
                    payer?: string | null;
                    external_reference?: string | null;
                    note?: string | null;
                    allocations: {
                        /** @example inv_01je60myryfgysygjtddy8v7gf */
                        invoice_id: string;
                        amount: {
                            amount: number;
                            /** @example USD */
                            currency: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "receipts.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                client_id?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ReceiptSummary"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payment_proofs.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                payment_proof_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: {
                        amount: number;
                        /** @example USD */
                        currency: string;
                    };
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    received_on: string;
                    /** @example acc_01je60myryfgysygjtddy8v7gf */
                    receiving_account_id: string;
                    payer?: string | null;
                    external_reference?: string | null;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentProof"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payment_proofs.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                payment_proof_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentProof"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payment_proofs.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                state?: "submitted" | "approved" | "rejected";
                invoice_id?: string;
                client_id?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PaymentProof"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payment_references.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                client_id?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PaymentReference"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payment_references.look_up": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: string;
                        /** @enum {string} */
                        state: "pending" | "submitted" | "approved" | "rejected";
                        invoice: components["schemas"]["InvoiceSummary"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "payment_proofs.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                payment_proof_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentProof"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.add_file": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * @description Where the header does not say it
                     * @enum {string}
                     */
                    kind?: "clients" | "price_items" | "invoices" | "payments";
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.analyse": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.commit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The `version` of the batch whose sheet was looked at */
                    sheet_version?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.correct_row": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
                import_row_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By our field; null takes the correction back */
                    values?: {
                        [key: string]: string | null;
                    };
                    is_skipped?: boolean;
                };
                "application/merge-patch+json": {
                    /** @description By our field; null takes the correction back */
                    values?: {
                        [key: string]: string | null;
                    };
                    is_skipped?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ImportSummary"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Left out: recognised from the files
                     * @enum {string}
                     */
                    source?: "invoice_ninja" | "freshbooks" | "zoho" | "wave" | "invoice2go" | "invoicely" | "csv";
                    /**
                     * @description Of amounts that name none
                     * @example USD
                     */
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.delete_mapping": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.discard": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency?: string | null;
                    rules?: {
                        /**
                         * @description What counts as paid: the rows of the payments file, or the invoice’s own figure
                         * @enum {string}
                         */
                        paid?: "payments_file" | "paid_column";
                        /** @enum {string} */
                        repeated_payments?: "drop_where_total_agrees" | "keep";
                        /** @enum {string} */
                        unknown_client?: "create" | "reject";
                        /** @enum {string} */
                        orphan_payments?: "review" | "client_credit";
                        /** @enum {string} */
                        rounding?: "source_total" | "portico_total";
                        /** @enum {string} */
                        total_differs?: "reject" | "adjust";
                        /** @enum {string} */
                        due_before_issue?: "keep" | "issue_date";
                        /** @enum {string} */
                        missing_exchange_rate?: "reject" | "nearest";
                    };
                };
                "application/merge-patch+json": {
                    currency?: string | null;
                    rules?: {
                        /**
                         * @description What counts as paid: the rows of the payments file, or the invoice’s own figure
                         * @enum {string}
                         */
                        paid?: "payments_file" | "paid_column";
                        /** @enum {string} */
                        repeated_payments?: "drop_where_total_agrees" | "keep";
                        /** @enum {string} */
                        unknown_client?: "create" | "reject";
                        /** @enum {string} */
                        orphan_payments?: "review" | "client_credit";
                        /** @enum {string} */
                        rounding?: "source_total" | "portico_total";
                        /** @enum {string} */
                        total_differs?: "reject" | "adjust";
                        /** @enum {string} */
                        due_before_issue?: "keep" | "issue_date";
                        /** @enum {string} */
                        missing_exchange_rate?: "reject" | "nearest";
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.download_rejects": {
        parameters: {
            query?: {
                outcome?: "rejected" | "review" | "dropped" | "repaired";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.fields": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "clients" | "price_items" | "invoices" | "payments";
                            fields: components["schemas"]["ImportField"][];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.list_clients": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                agrees?: "true" | "false";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ImportClientFigures"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.list_records": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                kind?: "clients" | "price_items" | "invoices" | "payments";
                state?: "brought_in" | "withdrawn" | "blocked";
                is_quiet?: "true" | "false";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ImportRecord"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.list_rows": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                outcome?: "ready" | "repaired" | "matched" | "unchanged" | "dropped" | "review" | "rejected";
                kind?: "clients" | "price_items" | "invoices" | "payments";
                cause?: "repeated_row" | "repeated_payment" | "payments_differ_from_paid" | "payments_exceed_invoice" | "orphan_payment" | "unknown_client" | "rounding" | "total_differs" | "due_before_issue" | "void_in_source" | "missing_exchange_rate" | "existing_client" | "possible_duplicate" | "repaired_value" | "already_here" | "draft_without_number" | "taxes_combined" | "draft_tax" | "rejected" | "unexplained";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ImportRow"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.list_mappings": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SavedMapping"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.preview_undo": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportUndoPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.remove_file": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
                import_file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.update_file": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                import_id: string;
                import_file_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "clients" | "price_items" | "invoices" | "payments";
                    /** @description Replaces the whole mapping */
                    mapping?: components["schemas"]["ImportMapping"];
                    date_order?: ("ymd" | "mdy" | "dmy") | null;
                    decimal_mark?: ("." | ",") | null;
                    /** @description Keeps the mapping under this name; it is offered again for the same columns */
                    save_as?: string;
                };
                "application/merge-patch+json": {
                    /** @enum {string} */
                    kind?: "clients" | "price_items" | "invoices" | "payments";
                    /** @description Replaces the whole mapping */
                    mapping?: components["schemas"]["ImportMapping"];
                    date_order?: ("ymd" | "mdy" | "dmy") | null;
                    decimal_mark?: ("." | ",") | null;
                    /** @description Keeps the mapping under this name; it is offered again for the same columns */
                    save_as?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.undo": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "imports.wake": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Left out: all of the batch */
                    invoice_ids?: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "emails.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                email_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredEmail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "emails.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                status?: "queued" | "sent" | "kept" | "failed";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["EmailSummary"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "system_emails.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @example eml_01je60myryfgysygjtddy8v7gf */
                            id: string;
                            template: string;
                            to: string;
                            /** @enum {string} */
                            status: "queued" | "sent" | "kept" | "failed";
                            error: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-03-31T09:30:00.000Z
                             */
                            created_at: string;
                            sent_at: string | null;
                            /** @description Kept only while no mail provider is set up */
                            text: string | null;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "changes.list": {
        parameters: {
            query?: {
                since?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_changes.list": {
        parameters: {
            query?: {
                since?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "clients.put_by_external_id": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "company" | "person";
                    name: string;
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    owner_id?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    tax_number?: string | null;
                    registration_number?: string | null;
                    /** @description Documents are written in this currency; the organization’s base currency where null */
                    currency?: string | null;
                    locale?: ("en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb") | null;
                    payment_terms_days?: number | null;
                    /** @enum {string} */
                    payment_terms_kind?: "net" | "end_of_month";
                    requires_purchase_order?: boolean;
                    metadata?: components["schemas"]["Metadata"];
                    primary_contact?: {
                        name: string;
                        email?: string | null;
                        phone?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "contacts.put_by_external_id": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email?: string | null;
                    phone?: string | null;
                    job_title?: string | null;
                    is_primary?: boolean;
                    /** @enum {string} */
                    document_delivery?: "none" | "to" | "cc";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoices.put_by_external_id": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example cli_01je60myryfgysygjtddy8v7gf */
                    client_id: string;
                    /** @example USD */
                    currency?: string;
                    issue_date?: string | null;
                    due_date?: string | null;
                    purchase_order?: string | null;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                    note?: string | null;
                    terms?: string | null;
                    prices_include_tax?: boolean;
                    receiving_account_ids?: string[];
                    lines?: components["schemas"]["DraftLine"][];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "price_items.put_by_external_id": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    description?: string | null;
                    unit?: string | null;
                    tax_rate_key?: string | null;
                    prices?: {
                        /** @example USD */
                        currency: string;
                        price: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceItem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceItem"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "search.all": {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        q: string;
                        groups: {
                            /** @enum {string} */
                            kind: "client" | "contact" | "invoice" | "payment_reference" | "receipt" | "payment" | "price_item" | "member";
                            data: components["schemas"]["SearchHit"][];
                            has_more: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notifications.count_unread": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_notifications.count_unread": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notifications.get_preferences": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notifications.update_preferences": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    preferences: {
                        /** @enum {string} */
                        type: "proof_submitted" | "payment_recorded" | "credit_applied" | "invoice_overdue" | "invoice_viewed" | "invoice_voided" | "scheduled_send_failed" | "email_failed" | "client_details_changed" | "client_status_changed" | "member_joined" | "access_changed";
                        in_app?: boolean;
                        email?: boolean;
                    }[];
                };
                "application/merge-patch+json": {
                    preferences: {
                        /** @enum {string} */
                        type: "proof_submitted" | "payment_recorded" | "credit_applied" | "invoice_overdue" | "invoice_viewed" | "invoice_voided" | "scheduled_send_failed" | "email_failed" | "client_details_changed" | "client_status_changed" | "member_joined" | "access_changed";
                        in_app?: boolean;
                        email?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_notifications.get_preferences": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_notifications.update_preferences": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    preferences: {
                        /** @enum {string} */
                        type: "invoice_available" | "invoice_reminder" | "invoice_withdrawn" | "proof_received" | "proof_accepted" | "proof_refused" | "receipt_available" | "credit_used" | "account_status_changed";
                        in_app?: boolean;
                        email?: boolean;
                    }[];
                };
                "application/merge-patch+json": {
                    preferences: {
                        /** @enum {string} */
                        type: "invoice_available" | "invoice_reminder" | "invoice_withdrawn" | "proof_received" | "proof_accepted" | "proof_refused" | "receipt_available" | "credit_used" | "account_status_changed";
                        in_app?: boolean;
                        email?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notifications.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                unread?: "true";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Notification"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_notifications.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                unread?: "true";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Notification"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notifications.read_all": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The newest one that was shown: what came in the meantime stays unread
                     * @example ntf_01je60myryfgysygjtddy8v7gf
                     */
                    up_to?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_notifications.read_all": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The newest one that was shown: what came in the meantime stays unread
                     * @example ntf_01je60myryfgysygjtddy8v7gf
                     */
                    up_to?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notifications.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_notifications.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notifications.unsubscribe": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_statement.pdf": {
        parameters: {
            query?: {
                from?: string;
                as_of?: string;
                currency?: string;
                disposition?: "inline" | "attachment";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statements.pdf": {
        parameters: {
            query?: {
                from?: string;
                as_of?: string;
                currency?: string;
                disposition?: "inline" | "attachment";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statements.csv": {
        parameters: {
            query?: {
                from?: string;
                as_of?: string;
                currency?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_statement.get": {
        parameters: {
            query?: {
                from?: string;
                as_of?: string;
                currency?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientStatement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statements.get": {
        parameters: {
            query?: {
                from?: string;
                as_of?: string;
                currency?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientStatement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statements.send": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The first day; what was before is the opening balance. All of it where none is given
                     * @example 2026-03-31
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description The last day; today in the organization’s zone where none is given
                     * @example 2026-03-31
                     */
                    as_of?: string;
                    /** @example USD */
                    currency?: string;
                    /** @description Those who get the client’s documents where none are given */
                    to?: string[];
                    cc?: string[];
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        to: string[];
                        cc: string[];
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        as_of: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_invoices.apply_credit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: {
                        amount: number;
                        /** @example USD */
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalInvoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_invoices.pdf": {
        parameters: {
            query?: {
                disposition?: "inline" | "attachment";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_receipts.pdf": {
        parameters: {
            query?: {
                disposition?: "inline" | "attachment";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path: {
                receipt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.home": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalHome"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_invoices.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalInvoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMe"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_profile.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalProfile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_invoices.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                settled?: "true" | "false";
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PortalInvoiceSummary"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_payments.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PortalPayment"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_receipts.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PortalReceipt"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.look_up_reference": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
            };
            path: {
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalInvoiceSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_profile.set_password": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password?: string;
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_invoices.submit_proof": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    pasted_text?: string;
                    /** @description As printed on the slip: a decimal number in the invoice’s currency */
                    amount?: string;
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    paid_on?: string;
                    payer?: string;
                    reference?: string;
                    /** @example acc_01je60myryfgysygjtddy8v7gf */
                    receiving_account_id?: string;
                    note?: string;
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalInvoice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_profile.update_company": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    tax_number?: string | null;
                };
                "application/merge-patch+json": {
                    legal_name?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    website?: string | null;
                    address?: components["schemas"]["Address"];
                    country?: string | null;
                    tax_number?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalProfile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal_profile.update_contact": {
        parameters: {
            query?: never;
            header: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
                /** @description The client, `cli_…`; needed by contacts of several */
                "Portico-Client"?: string;
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string | null;
                    job_title?: string | null;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                };
                "application/merge-patch+json": {
                    name?: string;
                    phone?: string | null;
                    job_title?: string | null;
                    /**
                     * @description Language and number format
                     * @enum {string}
                     */
                    locale?: "en" | "sw" | "fr" | "en-GB" | "en-US" | "de" | "nb";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalProfile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "files.download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoice_links.pdf": {
        parameters: {
            query?: {
                disposition?: "inline" | "attachment";
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoice_links.receipt_pdf": {
        parameters: {
            query?: {
                disposition?: "inline" | "attachment";
            };
            header?: never;
            path: {
                token: string;
                receipt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoice_links.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedInvoice"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoice_links.note_view": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invoice_links.submit_proof": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    pasted_text?: string;
                    /** @description As printed on the slip: a decimal number in the invoice’s currency */
                    amount?: string;
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    paid_on?: string;
                    payer?: string;
                    reference?: string;
                    /** @example acc_01je60myryfgysygjtddy8v7gf */
                    receiving_account_id?: string;
                    note?: string;
                    your_name?: string;
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedInvoice"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "onboarding.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "onboarding.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    skip?: ("identity" | "brand" | "money" | "account" | "client" | "invoice" | "profile" | "see_clients" | "see_invoices" | "see_review")[];
                    take_up?: ("identity" | "brand" | "money" | "account" | "client" | "invoice" | "profile" | "see_clients" | "see_invoices" | "see_review")[];
                    seen?: ("identity" | "brand" | "money" | "account" | "client" | "invoice" | "profile" | "see_clients" | "see_invoices" | "see_review")[];
                    is_hidden?: boolean;
                };
                "application/merge-patch+json": {
                    skip?: ("identity" | "brand" | "money" | "account" | "client" | "invoice" | "profile" | "see_clients" | "see_invoices" | "see_review")[];
                    take_up?: ("identity" | "brand" | "money" | "account" | "client" | "invoice" | "profile" | "see_clients" | "see_invoices" | "see_review")[];
                    seen?: ("identity" | "brand" | "money" | "account" | "client" | "invoice" | "profile" | "see_clients" | "see_invoices" | "see_review")[];
                    is_hidden?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.end_sessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformPerson"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.get_installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.update_installation": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from, for example `"3"` */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    is_site_on?: boolean;
                    operator_name?: string | null;
                    operator_address?: string | null;
                    contact_email?: string | null;
                    terms?: string | null;
                    privacy?: string | null;
                    imprint?: string | null;
                };
                "application/merge-patch+json": {
                    is_site_on?: boolean;
                    operator_name?: string | null;
                    operator_address?: string | null;
                    contact_email?: string | null;
                    terms?: string | null;
                    privacy?: string | null;
                    imprint?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.list_contact_messages": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                state?: "new" | "done" | "spam";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ContactMessage"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.list_jobs": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                state?: "queued" | "running" | "retrying" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PlatformJob"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.list_people": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                search?: string;
                only?: "locked" | "admins";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PlatformPerson"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.list_deeds": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PlatformDeed"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.list_organizations": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                search?: string;
                status?: "active" | "suspended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["PlatformOrganization"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.load_demo": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.lock_person": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformPerson"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.reactivate_organization": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformOrganization"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.remove_job": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.retry_job": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformJob"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.suspend_organization": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformOrganization"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.unlock_person": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformPerson"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "platform.update_contact_message": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "new" | "done" | "spam";
                };
                "application/merge-patch+json": {
                    /** @enum {string} */
                    state: "new" | "done" | "spam";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactMessage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "contact.send": {
        parameters: {
            query?: never;
            header?: {
                /** @description At most 255 characters; a repeated request with the same key has one effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: email
                     * @example amina@kilimo.example
                     */
                    email: string;
                    company?: string;
                    /** @enum {string} */
                    topic?: "question" | "hosting" | "security" | "other";
                    message: string;
                    /** @description Left empty by people */
                    website?: string;
                    /** @description The mark that the form carried */
                    opened?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "activity.export": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                kind?: string;
                client_id?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "audit_entries.export": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                action?: string;
                kind?: string;
                record?: string;
                actor?: string;
                q?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "audit_entries.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path: {
                audit_entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "audit_entries.head": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                        hash: string | null;
                        sealed_at: string | null;
                        /** @description Entries that wait for their seal */
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account_events.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                user_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["AccountEvent"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "activity.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                from?: string;
                to?: string;
                kind?: string;
                client_id?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ActivityEntry"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "audit_entries.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                from?: string;
                to?: string;
                action?: string;
                kind?: string;
                record?: string;
                actor?: string;
                q?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["AuditEntry"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "audit_entries.filters": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: string[];
                        kinds: string[];
                        actors: {
                            /** @example mem_01je60myryfgysygjtddy8v7gf */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "activity.history": {
        parameters: {
            query: {
                limit?: number;
                after?: string;
                before?: string;
                record: string;
                kind?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["HistoryEntry"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "requests.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                before?: string;
                request_id?: string;
                operation?: string;
                status?: "2xx" | "3xx" | "4xx" | "5xx";
                caller?: string;
                credential?: string;
            };
            header?: {
                /** @description The organization, `org_…` */
                "Portico-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["LoggedRequest"][];
                        has_more: boolean;
                        next_cursor: string | null;
                        previous_cursor: string | null;
                        /** @description Only when asked for with `total=true`; capped at 10,000 */
                        total?: {
                            count: number;
                            is_capped: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
