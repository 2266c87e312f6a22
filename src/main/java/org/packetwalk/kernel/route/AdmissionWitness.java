package org.packetwalk.kernel.route;

import java.util.List;

/** Sees the questions that admitting a route, and the end of an address, ask of the tables. */
public interface AdmissionWitness {

    /** Sees nothing. */
    AdmissionWitness SILENT = new AdmissionWitness() {
        @Override
        public void gateway(FlowKey flow, List<TableWalk> searches) {}

        @Override
        public void onlinkGateway(AddressTypeDecision decision) {}

        @Override
        public void source(AddressTypeDecision decision) {}

        @Override
        public void gone(AddressTypeDecision decision) {}

        @Override
        public AdmissionWitness direct() {
            return this;
        }
    };

    /** Whether a gateway can be reached directly ({@code fib_check_nh_v4_gw}). */
    void gateway(FlowKey flow, List<TableWalk> searches);

    /** What kind of address a gateway is that shall be taken to be on the link. */
    void onlinkGateway(AddressTypeDecision decision);

    /** Whether the preferred source is one of our addresses ({@code fib_valid_prefsrc}). */
    void source(AddressTypeDecision decision);

    /** Whether an address whose local entry went is still one of ours ({@code fib_del_ifaddr}). */
    void gone(AddressTypeDecision decision);

    /** The witness of what happens without an event that listeners are told of, as when secondaries are promoted. */
    AdmissionWitness direct();
}
